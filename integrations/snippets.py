#!/usr/bin/env python3
"""Builds the snippets of docs/embedding.md with the real tools, so that a browser can look at what comes of them.

usage: snippets.py SITE ID FOLDER

The snippets name `play.example.org` and a program; SITE and ID, a program that is shared there, take their places. FOLDER gets a
page for each tool. The tools come from the registries into target/snippets. `npm run snippets` in static/ calls this.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
TOOLS = ROOT / "target" / "snippets"
PACKAGES = ["sphinx", "mkdocs", "nbconvert", "ipykernel", "commonmark"]
REVEAL = "reveal.js@5.2.1"


def main(arguments):
    if len(arguments) != 3:
        sys.exit(__doc__)
    site, program, folder = arguments
    out = pathlib.Path(folder)
    install()
    snippets = read_snippets(site, program)
    for name, build in BUILDS.items():
        target = out / name
        target.mkdir(parents=True, exist_ok=True)
        build(snippets, target)
        print(f"built: {name}", flush=True)


def install():
    if not (TOOLS / "bin" / "sphinx-build").exists():
        run(sys.executable, "-m", "venv", "--clear", TOOLS)
        run(TOOLS / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES)
    run(TOOLS / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", ROOT / "integrations" / "sphinx")
    if not (TOOLS / "node_modules" / "reveal.js").exists():
        run("npm", "install", "--silent", "--no-save", "--ignore-scripts", "--prefix", TOOLS, REVEAL)


def read_snippets(site, program):
    """The indented blocks of each heading, in their order."""
    text = (ROOT / "docs" / "embedding.md").read_text()
    text = text.replace("https://play.example.org", site).replace("m36wgfp9vb", program)
    snippets = {}
    for part in re.split("^#+ ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        blocks = re.findall(r"(?:^ {4}.*\n|^\n(?= {4}))+", body, flags=re.MULTILINE)
        snippets[heading] = [re.sub("^ {4}", "", block.strip("\n"), flags=re.MULTILINE) + "\n" for block in blocks]
    return snippets


def html(snippets, target):
    """The element, the frame, and Moodle's frame, as they are."""
    for name, heading in {"index": "The element", "frame": "A frame", "moodle": "Moodle"}.items():
        (target / f"{name}.html").write_text(f"<!doctype html>\n<title>{heading}</title>\n{snippets[heading][0]}")


def markdown(snippets, target):
    """By the reference implementation of CommonMark, with all HTML removed."""
    (target / "in.md").write_text(snippets["Markdown"][0])
    (target / "index.html").write_text("<!doctype html>\n<title>Markdown</title>\n" + output(TOOLS / "bin" / "cmark", target / "in.md"))


def mkdocs(snippets, target):
    configuration, element = snippets["MkDocs"]
    (target / "docs").mkdir(exist_ok=True)
    (target / "mkdocs.yml").write_text(f"site_name: A course\nuse_directory_urls: false\n{configuration}")
    (target / "docs" / "index.md").write_text(f"# A page\n\n{element}")
    run(TOOLS / "bin" / "mkdocs", "build", "--quiet", "--strict", "--config-file", target / "mkdocs.yml", "--site-dir", target / "site")


def sphinx(snippets, target):
    configuration, directive = snippets["Sphinx"]
    (target / "conf.py").write_text(f"project = 'A course'\n{configuration}")
    own = ".. stillframe::\n   :step: 2\n\n   def g():\n       yield 1\n\n   next(g())\n"
    example = ".. stillframe::\n   :example: throw\n   :load: click\n"
    (target / "index.rst").write_text(f"A page\n======\n\n{directive}\n{own}\n{example}")
    for builder in ("html", "text", "latex"):
        run(TOOLS / "bin" / "sphinx-build", "-q", "-W", "-b", builder, target, target / builder)
    text = (target / "text" / "index.txt").read_text()
    assert "yield 1" in text and "A program, step by step" in text, text


def jupyter(snippets, target):
    cell = {"cell_type": "code", "execution_count": None, "id": "one", "metadata": {}, "outputs": [], "source": snippets["Jupyter"][0]}
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (target / "page.ipynb").write_text(json.dumps(notebook))
    run(TOOLS / "bin" / "jupyter-nbconvert", "--log-level=ERROR", "--execute", "--to", "html", target / "page.ipynb")


def reveal(snippets, target):
    shutil.copytree(TOOLS / "node_modules" / "reveal.js" / "dist", target / "dist", dirs_exist_ok=True)
    slides = f'<section>First</section>\n{snippets["reveal.js"][0]}'
    (target / "index.html").write_text(
        '<!doctype html>\n<link rel="stylesheet" href="dist/reveal.css">\n'
        f'<div class="reveal"><div class="slides">\n{slides}</div></div>\n'
        '<script src="dist/reveal.js"></script>\n<script>Reveal.initialize({ hash: true });</script>\n'
    )


BUILDS = {"html": html, "markdown": markdown, "mkdocs": mkdocs, "sphinx": sphinx, "jupyter": jupyter, "reveal": reveal}


def run(*command):
    subprocess.run([str(part) for part in command], check=True)


def output(*command):
    return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    main(sys.argv[1:])
