"""One module a format. A container (`warc`, `jsonl`) gives `documents(stream, name, limit)`; a
document (`html`, `text`) gives `layout(…)`: its visible text with every run's place in the raw."""
