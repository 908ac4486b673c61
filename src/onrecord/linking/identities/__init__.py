"""Who is who across articles: names as printed in, identities that people may correct out.

`printed` keeps the names that articles print (`mentions`), and those seen in text that nobody read (`sightings`,
`sighted`, `foreign_names`). `kinds` decides what each is and brings equal forms down to a key (`keys`,
`touched`, `naming`). Rules say which keys are of one (`same_people`, `same_bodies`, `short_forms`, `offices`,
`gazetteer`), each in small `units`; `grouping` puts together what they join, and `judged` what people
decided comes first. `people` is the way through; `given` and `described` say what came of it.
"""
