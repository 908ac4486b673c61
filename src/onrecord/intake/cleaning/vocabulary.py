"""The words that the furniture of news pages is made of."""

from __future__ import annotations

from onrecord.intake.wordset import word_set

#: A short line made of nothing but these is a control of the page, not a sentence of anybody's.
WIDGET_WORDS = word_set(
    "listen live watch play pause mute share shares shared tweet tweets email e-mail mail print "
    "comment comments commenting discussion discuss reply replies report like likes dislike "
    "community standards guidelines rules policy url short copy copied link links get save "
    "saved bookmark subscribe subscription subscribers sign signup in up out log login logout "
    "register menu search home homepage back top close open toggle expand collapse show hide "
    "more less skip main content navigation follow us on our facebook twitter whatsapp telegram "
    "linkedin pinterest reddit instagram youtube tumblr flipboard messenger viber line vk ok x "
    "rss feed feeds google news app apps android ios iphone download cookie cookies privacy "
    "terms conditions use accept settings preferences advertisement advertisements advertising "
    "ad ads sponsored promoted newsletter newsletters alerts notifications notification contact "
    "about help faq feedback careers jobs sitemap archive archives tags tag topics topic "
    "section sections category categories previous next prev page view views gallery photo "
    "photos image images video videos full screen fullscreen enlarge zoom loading load refresh "
    "read min mins minute minutes hours hour ago font size text increase decrease a- a+ aa "
    "edition editions international sort by newest oldest best recommended recommend trending "
    "popular latest stories story article articles related also see all the this to of and or a "
    "your my account profile via for with click here now continue reading original now playing "
    "next player audio podcast podcasts story's author authors editor editors picks most viewed "
    "shop store select language english"
)

#: Words that nearly every English sentence has, and that headlines and menus mostly lack.
FUNCTION_WORDS = word_set(
    "the a an of to in on at by for with from that which who whom whose this these those it its "
    "he she they we you i his her their our is are was were be been being has have had will "
    "would can could may might must should not no and or but as if than then there when where "
    "while after before said says told about into over under more also because since until "
    "during der die das und den dem ein eine ist nicht mit von auf le la les des et un une est "
    "que pour dans el los las y es en por con il di che per una sur qui pas par du au ce se del al su "
    "para um uma o os do da dos das em no na nos nas ao não mais seu sua e é della dei gli non sono een het van "
    "zijn op voor dat och att som på av för med und zu im als auch sich wird w z się do od jak to jest "
    "и в не на что с по к как из это для от он они но а у же за bir ve bu için ile de da"
)

LEAD_INS = (
    r"read(?:ing)? (?:more|also|next|this|the full)|also read|see also|see more|related\b|more on\b|"
    r"more from\b|more stories|recommended|you (?:may|might) (?:also )?(?:like|be interested)|"
    r"don['’]?t miss|must[- ]reads?\b|further reading|up next|watch (?:live|now|more|the|below)?:|"
    r"listen(?: to)?:|click here|also on\b|trending\b|most (?:read|popular|viewed|shared|commented)|"
    r"latest (?:news|stories|videos)|in pictures:|editor['’]?s['’]? picks?|top stories|what to read|"
    r"learn more|continue reading|popular (?:now|stories)|from (?:the|our) archives?|other (?:news|stories)|"
    r"in case you missed|keep reading|next (?:article|story|post)|previous (?:article|story|post)|"
    r"lesen sie (?:auch|mehr|hier|dazu)|weiterlesen|mehr zum thema|(?:à )?lire (?:aussi|également)|"
    r"le[ea] también|leer (?:más|también)|te puede interesar|leia (?:também|mais)|veja (?:também|mais)|"
    r"leggi anche|lees ook|läs (?:mer|också)|czytaj (?:też|także|więcej)|читайте также"
)
PLEAS = (
    r"subscri(?:be|bing|ptions?)|sign(?:ing)? up|newsletter|donat(?:e|ion)|support (?:us|our|independent|quality)|"
    r"our journalism|become a (?:member|subscriber|patron)|download (?:our|the) app|"
    r"follow (?:us|our|@?\w+ on)|like us on|join (?:us|our|the conversation|the discussion)|inbox|"
    r"free trial|unsubscribe|get breaking|be respectful|register (?:now|here|for|to)|turn on notifications|your (?:email|e-mail)|"
    r"get (?:the|our|unlimited|breaking|all the) (?:latest|best|daily|morning|top|access|news)|"
    r"ad ?blocker|enable javascript|we use cookies|accept cookies|log in to|already a (?:member|subscriber)|"
    r"whatsapp (?:channel|group)|telegram channel|click (?:here|on|below)|tell us|"
    r"clique (?:aqui|na|no|em)|cliquez (?:ici|sur)|klicken sie|(?:jetzt|kostenlos) abonnieren|abonnez-vous|suscríbe(?:te|se)|"
    r"inscreva-se|assine (?:a|o|nossa)|jetzt (?:spenden|bestellen|testen|anmelden)|gratis (?:erhalten|testen|lesen)|"
    r"get access to|(?:want|like|love) to hear (?:from you|what you)|letter to the editor|sharing is caring|"
    r"support (?-i:[A-Z]\w+) (?:so|and|to|with|by)|no cost to you|free to produce|"
    r"send (?:us|your)|contact us|let us know|have (?:a|your) say|leave a comment|post a comment"
)

# One of these must stand in a line that could be of the kind; the patterns in `kinds` decide.
CORRECTION_MARKS = word_set(
    "correction corrections clarification clarifications editor editor's editor’s editors editors' note "
    "update updated version corrected amended edited revised changed"
)
FOOTER_MARKS = word_set(
    "copyright rights published reproduced republished reporting editing writing compiled edited "
    "written translated translation contributed with source quelle via agencies agency terms "
    "privacy appeared produced feed powered"
)
PICTURE_MARKS = word_set(
    "photo photos photograph photographs image images picture pictures pictured pic pics foto fotos "
    "artist artist's artist’s rendering map illustration illustrations graphic graphics video videos credit credits caption captions getty "
    "shutterstock istock file handout via ap reuters seen shown"
)
PLEA_MARKS = word_set(
    "subscribe subscribing subscription sign signing newsletter donate donation support our become "
    "download follow like join inbox free register turn your get ad adblocker enable we accept log "
    "unsubscribe respectful already whatsapp telegram click tell send contact let have leave post clique cliquez klicken "
    "abonnieren abonnez suscríbete suscríbase assine inscreva "
    "jetzt gratis hear letter sharing cost produce access subscriptions"
)
CALL_MARKS = word_set("call phone tel telephone fax hotline dial line")

#: What a line of date says that happened then, in the languages of `dating.dates`.
UPDATED = (
    r"(?:last |first )?(?:updated?|modified|edited|revised|changed)(?: on| at)?|last modification|"
    r"(?:zuletzt |letzte )?(?:aktualisiert|aktualisierung|geändert|änderung|bearbeitet)(?: am| um)?|"
    r"mise? à jour(?: le)?|modifiée?(?: le)?|(?:última )?(?:actualizad[oa]|actualización|modificación)|"
    r"(?:ultimo )?(?:aggiornat[oa]|aggiornamento|modificat[oa])|atualizad[oa]|(?:última )?atualização|bijgewerkt|gewijzigd|"
    r"zaktualizowano|aktualizacja|güncelleme|güncellendi|обновлен[оа]?"
)
PUBLISHED = (
    r"first published|published|posted|written|created|issued|released|date|veröffentlicht|erschienen|erstellt|"
    r"stand|publiée?|publicad[oa]|pubblicat[oa]|gepubliceerd|geplaatst|opublikowano|yayınlanma|опубликован[оа]?"
)
#: Words that stand beside a date and tell nothing of it.
WEEKDAYS = (
    r"mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
)
