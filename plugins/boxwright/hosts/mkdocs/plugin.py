"""The MkDocs plugin. It only says which side of it answers which event, and when."""
from __future__ import annotations

import jinja2
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from .figures import Figures
from .languages import Languages


class BoxwrightConfig(Config):  # type: ignore[no-untyped-call]
    """The options of the plugin."""

    fences = c.Type(dict, default={})
    ambiguous = c.Optional(c.Choice((1, 2)))
    straighten = c.Type(bool, default=True)
    hover = c.Type(bool, default=True)
    labels = c.Type(str, default="diagrams")
    numbering = c.Choice(("page", "site"), default="page")
    languages = c.Optional(c.Type(object))              # checked by `read_languages`, which says what to write


class BoxwrightPlugin(BasePlugin[BoxwrightConfig]):  # type: ignore[no-untyped-call]
    """Two sides, each an object made anew for every build."""

    def __init__(self) -> None:
        super().__init__()
        self.languages = Languages()
        self.figures = Figures()

    @event_priority(100)            # before other plugins read the language of the theme
    def on_config(self, config: MkDocsConfig) -> None:
        self.languages = Languages(self.config.languages)
        self.languages.on_config(config)
        self.figures = Figures(self.config.fences, self.config.ambiguous, straighten=self.config.straighten,
                               hover=self.config.hover, labels=self.config.labels, numbering=self.config.numbering)
        self.figures.on_config(config)

    @event_priority(-50)            # after other plugins have added their pages
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> None:
        self.languages.on_files(files, config)

    @event_priority(-100)           # after other plugins have changed the navigation
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.figures.on_nav(nav.pages)          # of all languages: they are taken apart next
        return self.languages.on_nav(nav, config)

    @event_priority(100)            # before other plugins move the lines
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        self.figures.on_page_markdown(markdown, page, config, files, self.languages.language_of(page.file))

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        self.figures.on_page_content(page)
        return self.languages.on_page_content(html, page, config)

    @event_priority(-100)           # the environment as the other plugins leave it
    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        self.figures.on_env(files)
        self.languages.on_env(env, files)

    @event_priority(100)            # before other plugins read the configuration
    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> None:
        self.languages.on_template_context(context, template_name, config)

    @event_priority(50)             # before other plugins minify
    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        return self.languages.on_post_template(output, template_name, config)

    @event_priority(100)            # before other plugins read the configuration
    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        self.languages.on_page_context(context, page, config)

    @event_priority(50)             # before other plugins minify
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        return self.figures.on_post_page(self.languages.on_post_page(output, page), page, config)

    @event_priority(100)            # before other plugins read the configuration, or what lies in the site
    def _on_post_build_first(self, config: MkDocsConfig) -> None:
        self.figures.on_pages_built()
        self.languages.on_pages_built(config)

    @event_priority(-75)            # after search has written its index, before offline copies it
    def _on_post_build_late(self, config: MkDocsConfig) -> None:
        self.languages.on_search_built(config)

    on_post_build = CombinedEvent(_on_post_build_first, _on_post_build_late)
