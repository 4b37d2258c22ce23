"""Players of a Stillframe site in Sphinx: the directive `stillframe`.

    extensions = ["sphinx_stillframe"]
    stillframe_site = "https://play.example.org"

The program is a shared one (`.. stillframe:: ID`), an example (`:example: NAME`), or stands in the directive itself, which
needs nothing of the site but the player. HTML gets the player, every other format the program and a link.
"""

import base64
import json
import zlib
from html import escape
from urllib.parse import urlencode

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

__version__ = "0.1.0"

PLAYER = "stillframe-player.js"
PASSED_ON = ("step", "theme", "code", "load")


def setup(app):
    app.add_config_value("stillframe_site", None, "html", [str])
    children = (pass_by, pass_by)
    app.add_node(player, html=(visit_player, None), latex=children, text=children, man=children, texinfo=children)
    app.add_directive("stillframe", Stillframe)
    app.connect("builder-inited", load_script)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


class player(nodes.General, nodes.Element):
    """A player. Its children are for formats that can't play."""


class Stillframe(SphinxDirective):
    optional_arguments = 1
    has_content = True
    option_spec = {
        "example": directives.unchanged_required,
        "title": directives.unchanged_required,
        "step": directives.unchanged_required,
        "theme": lambda value: directives.choice(value, ("light", "dark")),
        "code": lambda value: directives.choice(value, ("off",)),
        "load": lambda value: directives.choice(value, ("click",)),
    }

    def run(self):
        named = [bool(self.arguments), "example" in self.options, bool(self.content)]
        if sum(named) != 1:
            raise self.error("Name one program: an id, :example:, or the text of a program.")
        source = "\n".join(self.content) + "\n"
        title = self.options.get("title", "A program, step by step")
        address = self.address(source, title)
        link = nodes.paragraph("", "", nodes.reference("", title, refuri=self.at_step(address)))
        program = [nodes.literal_block(source, source, language="python")] if self.content else []
        passed_on = {name: self.options[name] for name in PASSED_ON if name in self.options}
        return [player("", *program, link, address=address, title=title, passed_on=passed_on)]

    def address(self, source, title):
        site = site_of(self.config)
        if self.arguments:
            return f"{site}/p/{self.arguments[0]}"
        if "example" in self.options:
            return f"{site}/?{urlencode({'example': self.options['example']})}"
        return f"{site}/#packed={packed(source, title)}"

    def at_step(self, address):
        """The link for readers, which opens at the step."""
        if "step" not in self.options:
            return address
        return address + ("&" if "?" in address or "#" in address else "?") + urlencode({"step": self.options["step"]})


def packed(source, title):
    """What a long link holds: a version byte and the deflated program."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    text = json.dumps({"source": source, "title": title}).encode()
    return base64.urlsafe_b64encode(b"\x01" + squeeze.compress(text) + squeeze.flush()).rstrip(b"=").decode()


def visit_player(translator, node):
    attributes = {"src": node["address"], "title": node["title"], **node["passed_on"]}
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    link = f'<a href="{escape(node["address"])}">{escape(node["title"])}</a>'
    translator.body.append(f"<stillframe-player{written}>{link}</stillframe-player>\n")
    raise nodes.SkipNode


def pass_by(translator, node):
    """Its children stand for it."""


def load_script(app):
    if app.builder.format == "html":
        app.add_js_file(f"{site_of(app.config)}/{PLAYER}", loading_method="async")


def site_of(config):
    if not config.stillframe_site:
        raise ExtensionError("sphinx_stillframe: conf.py has to say stillframe_site, the address of the playground")
    return config.stillframe_site.rstrip("/")
