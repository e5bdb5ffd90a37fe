"""Several languages in one pass: docs/<language>/ -> one site, each page in the words of its language.

    docs/en/guide/a.md  ->  /guide/a/           the first language listed lives at the root
    docs/zh/guide/a.md  ->  /zh/guide/a/
    docs/photo.jpg      ->  /photo.jpg          what lies in no language folder is shared

MkDocs builds the site once, so links between the languages are checked like all others. What a theme reads from the
configuration (its language, the name of the site, …) is set anew for each page. Without the option nothing is touched.
"""
from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_timestamp, get_relative_url, write_file
from mkdocs.utils.templates import TemplateContext

from ...typed import Any, Final, cast
from .counterparts import Counterparts, Peers, alternates, head_links, move_to_root, resolve_collisions
from .faces import Face, is_material, make_face
from .language_options import Language, read_languages
from .navigation import LanguageHome, NavData, expand_nav, nav_from_folder, split_navigation, title_of
from .not_found import message_in
from .page_html import with_base, with_full_loads, with_head_links
from .search_index import search_settings, split_index, theme_settings
from .sitemap import SitemapEntry, write_sitemap

log = logging.getLogger("mkdocs.plugins.boxwright")

_TEMPLATES: Final = Path(__file__).parent / "templates"


class Languages:
    """The language side of one build: the plugin makes a new object for each, so that nothing is left of the last."""

    def __init__(self, option: object = None) -> None:
        self.all: Final = read_languages(option)
        self._site_language = "en"
        self._docs = "docs"
        self._material = False
        self._faces: dict[str, Face] = {}
        self._counterparts = Counterparts((), Files(()))
        self._nav_as_written: Any = None
        self._navs: dict[str, Navigation] = {}
        self._env: jinja2.Environment | None = None
        self._files = Files(())

    @property
    def default(self) -> Language:
        """The language at the root of the site."""
        return self.all[0]

    def language_of(self, file: File) -> str:
        """Return the code of the language that `file` is written in: the default one outside the language folders.

        Where another plugin translates the site, it says so on the file (mkdocs-static-i18n: `locale`).
        """
        if self.all:
            return self._language(file).code
        return str(getattr(file, "locale", None) or self._site_language)

    # The events of MkDocs, in their order.

    def on_config(self, config: MkDocsConfig) -> None:
        """Set the site to its default language, and add our templates behind the author's own."""
        theme = config.theme
        self._site_language = str(theme.get("language") or theme.locale or "en")
        if not self.all:
            return
        if "i18n" in config.plugins:
            raise ConfigurationError(
                "plugin boxwright: languages: the plugin i18n translates this site already; "
                "remove i18n from the plugins, or remove the option languages"
            )
        if any("current" not in entry for entry in config.extra.get("alternate") or ()):
            log.warning("extra.alternate is replaced; remove it, the menu is made from the option languages")
        self._docs = Path(config.docs_dir).name
        self._material = is_material(theme)
        self._faces = {lang.code: make_face(lang, config, is_default=lang is self.default) for lang in self.all}
        if self._material and str(_TEMPLATES) not in theme.dirs:
            theme.dirs.insert(1 if theme.custom_dir else 0, str(_TEMPLATES))
        self._faces[self.default.code].put_on(config)

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        """Move the default language to the root, and write the navigation of all languages in one."""
        if not self.all:
            return
        move_to_root(self.default, files)
        resolve_collisions(self.default, files, config.theme.dirs, self._docs)
        self._warn_of_homeless_pages(files)
        self._counterparts = Counterparts(self.all, files)
        self._nav_as_written = config.nav
        config.nav = [{language.code: self._nav_data(language, files, config)} for language in self.all]

    def on_nav(self, nav: Navigation, config: MkDocsConfig) -> Navigation:
        """Take the navigations of the languages apart; the rest of MkDocs sees the default one."""
        if not self.all:
            return nav
        config.nav = self._nav_as_written
        homes = {language.code: self._counterparts.home(language) for language in self.all}
        self._navs = split_navigation(nav, {code: home.page if home else None for code, home in homes.items()})
        self._counterparts.warn_of_gaps(self._docs)
        return self._navs[self.default.code]

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig) -> str:
        """Lead instant navigation around the links to other languages."""
        if not self.all or "navigation.instant" not in (config.theme.get("features") or ()):
            return html
        # Elsewhere the sitemap of the language stops it: that lists pages of this language only.
        folders = [language.folder for language in self.all[1:]]
        return with_full_loads(html, page.url, folders) if self._language(page.file) is self.default else html

    def on_env(self, env: jinja2.Environment, files: Files) -> None:
        """Keep what the templates of the other languages need later."""
        self._env, self._files = env, files

    def on_template_context(self, context: TemplateContext, template_name: str, config: MkDocsConfig) -> None:
        """Render the 404 page of a language in its language, all other templates in the default one."""
        if not self.all:
            return
        language = next((lang for lang in self.all if template_name == self._not_found_name(lang)), None)
        if language is None:
            self._set_language(self.default, {}, config)
            return
        self._set_language(language, {}, config, base=context["base_url"])
        # Some servers send the page at the root for every address, so that one greets all readers.
        speakers = self.all if language is self.default else (language,)
        cast(dict[str, Any], context)["not_found"] = [
            {
                "language": speaker.code,
                "message": message_in(speaker.code),
                "home": urljoin(context["base_url"], self._home_url(speaker)),
            }
            for speaker in speakers
        ]

    def on_post_template(self, output: str, template_name: str, config: MkDocsConfig) -> str:
        """Write our sitemap in the place of MkDocs' own, and keep the 404 page free of language links."""
        if not self.all:
            return output
        if template_name == "sitemap.xml" and not _is_authors(template_name, config):
            return self._sitemap(self._files.documentation_pages())
        for language in self.all:
            if template_name == self._not_found_name(language):
                output = with_head_links(output, "")
                if self._material and language is not self.default:
                    output = with_base(output, urljoin(_base_path(config), language.folder))
        return output

    def on_page_context(self, context: TemplateContext, page: Page, config: MkDocsConfig) -> None:
        """Set the configuration to the language of the page."""
        if not self.all:
            return
        language = self._language(page.file)
        context["nav"] = self._navs[language.code]
        self._set_language(language, self._counterparts.of(page.file), config)

    def on_post_page(self, output: str, page: Page) -> str:
        """Name the page's versions in its head, and let search stay within its language."""
        if not self.all:
            return output
        peers = self._counterparts.of(page.file)
        output = with_head_links(output, head_links(alternates(peers, self.default.code, page)))
        language = self._language(page.file)
        if self._material and language is not self.default:
            output = with_base(output, get_relative_url(language.code, page.url))
        return output

    def on_pages_built(self, config: MkDocsConfig) -> None:
        """Write 404 page and sitemap of the other languages, and set the site back to its default language."""
        for language in self.all[1:]:
            if self._material and "404.html" in config.theme.static_templates:
                self._write_not_found(language, config)
            pages = [file for file in self._files.documentation_pages() if self._language(file) is language]
            self._write_sitemap(language, pages, config)
        if self.all:
            self._set_language(self.default, {}, config)

    def on_search_built(self, config: MkDocsConfig) -> None:
        """Give each language its own search index, where the theme's script looks for it."""
        path = Path(config.site_dir, "search", "search_index.json")
        if not self._material or not path.is_file():
            return
        index = json.loads(path.read_text(encoding="utf-8"))
        folders = {language.code: "" if language is self.default else language.folder for language in self.all}
        own = {language.code: theme_settings(self._words(language)) for language in self.all}
        for code, part in split_index(index, folders).items():
            settings = search_settings(index["config"], code, own[code], own[self.default.code])
            text = json.dumps({**part, "config": settings}, separators=(",", ":"))
            path = Path(config.site_dir, folders[code], "search", "search_index.json")
            write_file(text.encode("utf-8"), str(path))
            if "material/offline" in config.plugins:                # it does the same for the index at the root
                write_file(f"var __index = {text}".encode(), str(path.with_suffix(".js")))

    # What the events are made of.

    def _language(self, file: File) -> Language:
        return next((lang for lang in self.all if file.src_uri.startswith(lang.folder)), self.default)

    def _set_language(self, language: Language, peers: Peers, config: MkDocsConfig, *, base: str = "") -> None:
        """Put the face of a language on, with a menu that leads to `peers`, else to the home of each language."""
        self._faces[language.code].put_on(config)
        urls = {lang.code: peers[lang.code].url if lang.code in peers else self._home_url(lang) for lang in self.all}
        config.extra["alternate"] = [
            {
                "name": other.name,
                "lang": other.code,
                "link": urljoin(base, urls[other.code]),
                "current": other is language,
            }
            for other in self.all
            if len(self.all) > 1
        ]

    def _home_url(self, language: Language) -> str:
        if home := self._counterparts.home(language):
            return home.url
        return "./" if language is self.default else language.folder

    def _nav_data(self, language: Language, files: Files, config: MkDocsConfig) -> NavData:
        nav = self._nav_as_written or nav_from_folder(language, files)
        data = expand_nav(nav, language, self._finder(language, files), is_default=language is self.default)
        home = self._counterparts.home(language)
        if home and language is not self.default:
            LanguageHome(title_of(home.src_uri, data), home, config)        # MkDocs takes the page that a file has
        return data

    def _finder(self, language: Language, files: Files) -> Callable[[str], File | None]:
        def find(path: str) -> File | None:
            if file := self._counterparts.find(language, path, files):
                return file
            folder = next((lang.folder for lang in self.all if path.startswith(lang.folder)), None)
            if folder and files.get_file_from_path(path):
                raise PluginError(
                    f"nav: '{path}' names a language folder; write '{path.removeprefix(folder)}': "
                    "the navigation is written once and made for every language"
                )
            return None

        return find

    def _warn_of_homeless_pages(self, files: Files) -> None:
        for file in files.documentation_pages():
            if file.generated_by is None and not any(file.src_uri.startswith(lang.folder) for lang in self.all):
                log.warning(
                    "%s/%s is in no language folder; move it to %s/%s%s",
                    self._docs, file.src_uri, self._docs, self.default.folder, file.src_uri,
                )

    def _not_found_name(self, language: Language) -> str:
        return "404.html" if language is self.default else f"{language.folder}404.html"

    def _write_not_found(self, language: Language, config: MkDocsConfig) -> None:
        assert self._env is not None
        name = self._not_found_name(language)
        context = get_context(self._navs[language.code], self._files, config, base_url=_base_path(config))
        context = config.plugins.on_template_context(context, template_name=name, config=config)
        output = self._env.get_template("404.html").render(cast(dict[str, Any], context))
        output = config.plugins.on_post_template(output, template_name=name, config=config)
        write_file(output.encode("utf-8"), str(Path(config.site_dir, name)))

    def _sitemap(self, files: Iterable[File]) -> str:
        return write_sitemap(
            SitemapEntry(
                loc=page.canonical_url,
                lastmod=page.update_date,
                alternates=tuple(alternates(self._counterparts.of(page.file), self.default.code, page)),
            )
            for page in (file.page for file in files)
            if page and page.canonical_url
        )

    def _write_sitemap(self, language: Language, files: list[File], config: MkDocsConfig) -> None:
        path = Path(config.site_dir, language.folder, "sitemap.xml")
        text = self._sitemap(files).encode("utf-8")
        write_file(text, str(path))
        timestamp = get_build_timestamp(pages=[file.page for file in files if file.page])
        write_file(gzip.compress(text, mtime=timestamp), f"{path}.gz")

    def _words(self, language: Language) -> Callable[[str], str]:
        """Return how the theme says something in a language, in English if it has no words for it."""
        env = self._env
        assert env is not None

        def translate(key: str) -> str:
            codes = (self._faces[language.code].theme["language"], "en")
            words = (env.get_template(f"partials/languages/{code}.html").module for code in codes)
            return next((text for module in words if (text := str(cast(Any, module).t(key)))), "")

        return translate


def _base_path(config: MkDocsConfig) -> str:
    """Return the path of the site on its server, as MkDocs does for error pages."""
    return urlsplit(config.site_url or "/").path


def _is_authors(template_name: str, config: MkDocsConfig) -> bool:
    custom = config.theme.custom_dir
    return bool(custom) and Path(cast(str, custom), template_name).is_file()
