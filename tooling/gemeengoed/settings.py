"""The settings of a commons: those of the plugin ``gemeengoed`` in ``mkdocs.yml``, and the site's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
import yaml_env_tag
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PositiveInt,
    StringConstraints,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from gemeengoed.expected import ExpectedError
from gemeengoed.kinds import KIND_BY_FOLDER
from gemeengoed.kinds.common import Language
from gemeengoed.kinds.declare import LicenceRef, Record, WebAddress

FILE = "mkdocs.yml"


class SettingsError(ExpectedError):
    """The settings cannot be read; the message says where and what to do."""


class LicenceSettings(Record):
    """Which licence a page has when it says nothing, and which it may have."""

    default: LicenceRef = "CC-BY-NC-SA-4.0"
    allowed: tuple[LicenceRef, ...] = ("CC-BY-NC-SA-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-4.0", "CC0-1.0")
    folders: dict[str, LicenceRef] = Field(default_factory=dict)
    """The licence of the pages in a folder that name none themselves: ``methods: CC0-1.0``."""
    tdm_policy: WebAddress | None = None
    """Where one reads how to ask for permission to mine pages whose licence forbids commerce (TDMRep)."""

    @model_validator(mode="after")
    def _folders_exist_and_licences_are_allowed(self) -> Self:
        for folder, licence in self.folders.items():
            if folder not in KIND_BY_FOLDER:
                raise PydanticCustomError("folder", f"there is no folder '{folder}' of a kind")
            if licence not in self.allowed:
                raise PydanticCustomError("licence", f"'{licence}' of the folder '{folder}' is not among those allowed")
        return self


class Limits(Record):
    """How large things may be."""

    markdown_bytes: PositiveInt = 1_000_000
    front_matter_bytes: PositiveInt = 64_000
    media_bytes: PositiveInt = 10_000_000
    listing_page: PositiveInt = 36


class EditorSettings(Record):
    """The editor in the browser: how one signs in, by the sort of forge."""

    sign_in: Annotated[str, StringConstraints(pattern=r"^(https?://\S+)?$", max_length=2000)] = ""
    """GitHub: the address of the service that signs people in for this site (OAuth), which somebody must run."""
    app_id: Annotated[str, StringConstraints(pattern=r"^[\w-]*$", max_length=200)] = ""
    """GitLab: the number of the application that the forge knows this site by; it needs no service."""
    proxy: Annotated[str, StringConstraints(pattern=r"^(https?://\S+)?$", max_length=2000)] = ""
    """A server on one's own machine (decap-server) that writes to the files there: http://localhost:8081/api/v1."""
    branch: Annotated[str, StringConstraints(pattern=r"^[\w./-]+$", max_length=200)] = "main"
    """The branch that the proxy publishes to."""


class CheckSettings(BaseModel):
    """What a maintainer sets of one check: how much it weighs, or ``off``, and parameters of its own."""

    model_config = ConfigDict(extra="allow", frozen=True)

    severity: Literal["error", "warning", "advice", "off"] | None = None

    @field_validator("severity", mode="before")
    @classmethod
    def _off_is_a_word(cls, value: Any) -> Any:
        """``off`` without quotation marks is false to readers of YAML 1.1, and that is what MkDocs reads."""
        return "off" if value is False else value


class SiteLanguage(Record):
    """A language in which the site is shown, and what the words of ``mkdocs.yml`` are in it (menu, name, colours)."""

    locale: Language
    translations: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _may_be_a_word(cls, value: Any) -> Any:
        return {"locale": value} if isinstance(value, str) else value


class Settings(Record):
    """Everything that a maintainer can set about the commons."""

    language: Language = Language.NL
    """The language in which pages are written that do not say another, and of the site at the root."""
    languages: tuple[SiteLanguage, ...] = ()
    """The languages of the site, that of the commons first: each further one below its own folder, ``en/``."""
    licences: LicenceSettings = Field(default_factory=LicenceSettings)
    limits: Limits = Field(default_factory=Limits)
    checks: dict[str, CheckSettings] = Field(default_factory=dict)
    example: bool = False
    """Whether everything is made up: every page then says so, to readers and to search engines."""
    editor: EditorSettings = Field(default_factory=EditorSettings)
    editors_email: Annotated[str, StringConstraints(pattern=r"^([\w.+-]+@[\w-]+(\.[\w-]+)+)?$")] = ""
    """Where one mails a contribution to; without it no form offers a mail."""
    social_cards: bool = False
    """Whether each page has a picture for who shares its address; it needs ``site_url``, and time: see the docs."""
    site_name: str = "Gemeengoed"
    site_description: str = ""
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = "edit/main/"
    markdown_extensions: tuple[str, ...] = ()
    """The names of the extensions of Markdown."""

    @model_validator(mode="before")
    @classmethod
    def _first_language_is_that_of_the_commons(cls, value: Any) -> Any:
        """One need not say it twice."""
        languages = value.get("languages") if isinstance(value, dict) else None
        if not (isinstance(languages, list | tuple) and languages and "language" not in value):
            return value
        return {**value, "language": SiteLanguage.model_validate(languages[0]).locale}

    @model_validator(mode="after")
    def _languages_are_told_apart(self) -> Self:
        locales = [language.locale for language in self.languages]
        if len({*locales}) < len(locales):
            raise PydanticCustomError("languages", "a language stands in 'languages' twice")
        if locales and locales[0] is not self.language:
            raise PydanticCustomError("languages", f"'languages' must begin with that of the commons: {self.language}")
        return self

    @property
    def shown_in(self) -> tuple[SiteLanguage, ...]:
        """Every language of the site, that of the commons first."""
        return self.languages or (SiteLanguage(locale=self.language),)

    def language_of_page(self, path: str) -> Language:
        """The language of a hand-written page: that of the folder that it is in, ``docs/en/``; else the first."""
        others = (language.locale for language in self.shown_in[1:])
        return next((locale for locale in others if path.startswith(f"docs/{locale}/")), self.language)

    def said_in(self, language: str) -> Settings:
        """The settings with the name and description of the site in a language."""
        words = next((each.translations for each in self.languages if each.locale == language), {})
        said = {name: words.get(getattr(self, name), getattr(self, name)) for name in ("site_name", "site_description")}
        return self.model_copy(update=said) if words else self

    def address_in(self, language: str) -> str:
        """The address of the site in a language, with a closing slash; empty where the settings do not say it."""
        return f"{self.site_url.rstrip('/')}/{self.folder_of(language)}" if self.site_url else ""

    def folder_of(self, language: str) -> str:
        """Where the site in a language stands below the first one: nothing, or ``en/``."""
        return "" if language == self.language else f"{language}/"


class SettingsLoader(yaml.SafeLoader):
    """Reads ``mkdocs.yml`` with its ``!ENV``, and without acting on any other tag (``!!python/name``).

    In Python, since the C composer overflows the stack on deep nesting; the file is small.
    """


SettingsLoader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
SettingsLoader.add_multi_constructor("!", lambda loader, suffix, node: None)
SettingsLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def read_settings(root: Path) -> Settings:
    """The settings of the commons in ``root``.

    Raises SettingsError when there is no ``mkdocs.yml``, it is not YAML, or a setting is unknown or wrong.
    """
    file = root / FILE
    try:
        loaded = yaml.load(file.read_text("utf-8"), Loader=SettingsLoader) or {}
    except FileNotFoundError as error:
        raise SettingsError(f"{root} is not a commons: it has no {FILE}. Name one with --root DIR.") from error
    except (OSError, ValueError, LookupError, AttributeError, RecursionError, yaml.YAMLError) as error:
        raise SettingsError(f"{file} cannot be read: {error}") from error
    if not isinstance(loaded, dict):
        raise SettingsError(f"{file} must be a list of settings, each as 'name: value'.")
    try:
        own = _plugin_settings(loaded)
    except (TypeError, ValueError) as error:
        raise SettingsError(f"{file}: plugins must be a list, and the settings of gemeengoed 'name: value'.") from error
    site = {
        key: loaded[key]
        for key in ("site_name", "site_description", "site_url", "repo_url", "edit_uri")
        if loaded.get(key)
    }
    if isinstance(extensions := loaded.get("markdown_extensions"), dict | list):
        site["markdown_extensions"] = [_entry(entry)[0] for entry in extensions]
    try:
        return Settings.model_validate({**site, **own})
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, part['loc']))}: {part['msg']}" for part in error.errors())
        raise SettingsError(f"{file}, plugin gemeengoed: {wrong}") from error


def _plugin_settings(loaded: dict[str, Any]) -> dict[str, Any]:
    plugins = loaded.get("plugins") or []
    if not isinstance(plugins, dict | list):
        raise SettingsError(f"{FILE}: 'plugins' must be a list, each plugin on a line that starts with '- '.")
    entries = plugins.items() if isinstance(plugins, dict) else [_entry(plugin) for plugin in plugins]
    return dict(next((options or {} for name, options in entries if name == "gemeengoed"), {}))


def _entry(plugin: Any) -> tuple[str, Any]:
    return next(iter(plugin.items()), ("", {})) if isinstance(plugin, dict) else (str(plugin), {})
