"""docs/BENCHMARKS.md: each benchmark writes its own part, and leaves those of the others."""
import datetime, os, pathlib

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs/BENCHMARKS.md"
HEAD = "# Benchmarks\n\nRelease builds; peers run in the same run on the same machine. Machines differ, ratios hardly.\n"


def write_section(name, text):
    """Puts a part between its two marks, with the day and the number of cores."""
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    head, _, body = text.strip().partition("\n")
    told = f"\nMeasured on {datetime.date.today().isoformat()}, {os.cpu_count()} cores.\n"
    part = f"{start}\n{head}\n{told}{body}\n{end}\n"
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    if start in page:
        before, rest = page.split(start, 1)
        page = before + part + rest.split(end, 1)[1].lstrip("\n")
    else:
        page = page.rstrip("\n") + "\n\n" + part
    PAGE.write_text(page, encoding="utf-8")
    print(part)
