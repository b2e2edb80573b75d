"""The forge, where the repository stands on the web: which one it is, and its addresses for what a person does there.

Told apart by how it edits a file (``edit_uri``): ``edit/main/`` is GitHub, ``-/edit/main/`` GitLab, ``_edit/main/``
Forgejo and Gitea. Another forge is a line in ``_WAYS``. Forms: docs.github.com, "Creating issues by URL query" and
"Creating new files"; docs.gitlab.com, "Create issues", "Web editor"; forgejo.org, "Issue and pull request templates".
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from enum import Enum
from typing import Final
from urllib.parse import quote, urlsplit

from gemeengoed.settings import Settings


class Maker(Enum):
    """Whose program a forge runs."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "gitea"


@dataclass(frozen=True)
class Asked:
    """An address with a form, and the names of what it can be given; a name that is empty cannot be given."""

    address: str
    title: str
    text: str


@dataclass(frozen=True)
class _Ways:
    edit: str
    show: str
    new_file: str
    new_file_names: tuple[str, str]
    new_issue: str
    new_issue_names: tuple[str, str]
    api: str = ""


_WAYS: Final = {
    Maker.GITHUB: _Ways(
        "edit/", "blob/{branch}/", "new/{branch}/{folder}", ("filename", "value"), "issues/new", ("title", "body")
    ),
    Maker.GITLAB: _Ways(
        "-/edit/", "-/blob/{branch}/", "-/new/{branch}/{folder}", ("file_name", ""),
        "-/issues/new", ("issue[title]", "issue[description]"), "api/v4",
    ),
    Maker.FORGEJO: _Ways(
        "_edit/", "src/branch/{branch}/", "_new/{branch}/{folder}", ("filename", ""), "issues/new", ("title", "body"),
        "api/v1",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Forge:
    """The forge of a commons. Every address is whole; ``branch`` is the one that is published."""

    url: str
    maker: Maker
    branch: str

    @property
    def host(self) -> str:
        """The origin of the forge: ``https://github.com``."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def repository(self) -> str:
        """The repository within the forge: ``owner/name``."""
        return urlsplit(self.url).path.strip("/")

    @property
    def api(self) -> str:
        """Where programs ask the forge."""
        if self.host == "https://github.com":
            return "https://api.github.com"
        return f"{self.host}/{self._ways.api or 'api/v3'}"

    def edit(self, path: str) -> str:
        """The forge's own editor, on a file of the repository."""
        return self._at(f"{self._ways.edit}{self.branch}/{quote(path)}")

    def show(self, path: str) -> str:
        """A file of the repository, to read."""
        return self._at(f"{self._ways.show}{quote(path)}")

    def new_file(self, folder: str) -> Asked:
        """The forge's editor with a new file in a folder; GitLab and Forgejo take no text along."""
        name, text = self._ways.new_file_names
        return Asked(self._at(self._ways.new_file.replace("{folder}", quote(folder))), name, text)

    def new_issue(self) -> Asked:
        """A new issue."""
        return Asked(self._at(self._ways.new_issue), *self._ways.new_issue_names)

    def issue_form(self, name: str) -> str:
        """The form of an issue (``.github/ISSUE_TEMPLATE/<name>``); empty where the forge fills none in by address."""
        if self.maker is not Maker.GITHUB or not name:
            return ""
        return f"{self._at(self._ways.new_issue)}?template={quote(name)}"

    @property
    def _ways(self) -> _Ways:
        return _WAYS[self.maker]

    def _at(self, path: str) -> str:
        return posixpath.join(self.url, path.replace("{branch}", self.branch))


def forge_of(settings: Settings) -> Forge | None:
    """The forge that the settings name (``repo_url``, ``edit_uri``); None where they name none."""
    url = settings.repo_url.rstrip("/")
    if not url:
        return None
    edit = f"{settings.edit_uri.strip('/')}/"
    maker = next((maker for maker, ways in _WAYS.items() if edit.startswith(ways.edit)), Maker.GITHUB)
    branch = edit.removeprefix(_WAYS[maker].edit).strip("/")
    return Forge(url, maker, branch or "main")


def maker_at(url: str) -> Maker:
    """What a forge at an address most likely is, when nothing else is known: for a commons that begins."""
    host = urlsplit(url).netloc
    return Maker.GITHUB if host == "github.com" else Maker.GITLAB if "gitlab" in host else Maker.FORGEJO


def edit_uri(maker: Maker, branch: str = "main") -> str:
    """The setting that tells a forge apart: what stands between the repository and a file that is edited."""
    return f"{_WAYS[maker].edit}{branch}/"
