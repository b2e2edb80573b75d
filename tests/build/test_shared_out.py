"""A build that is shared out among processes gives the same, and notes what is right for the next one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from sites import build_site, bytes_of, environment

from commons import page, write_files

WRONG = {"commons/tips/fout.md": page("kleur: rood", title="Foute tip")}

APART = """
import os, sys
from pathlib import Path
import gemeengoed.build as building
from gemeengoed import rendering, staging, survey
from gemeengoed.settings import read_settings
from gemeengoed.stage import making

survey.WORTH_IT = making.WORTH_IT = 1
making._TOGETHER = 3
root, stage = Path(sys.argv[1]), staging.stage_languages
staging.stage_languages = lambda *given: (
    print("elsewhere" if os.getpid() != main else "here", flush=True) or stage(*given)
)
main = os.getpid()
try:
    building.build(root, read_settings(root), root / "site", jobs=2)
except building.BuildRefusedError as refused:
    print([problem.code for problem in refused.problems])
"""


def test_a_large_commons_is_staged_in_a_copy_of_the_program_that_has_helpers(copy):
    """So that its memory is free after it. What it gives is the same, what it notes is right for the next build, and
    errors come back as they are."""

    def built() -> str:
        shutil.rmtree(copy / ".gemeengoed", ignore_errors=True)
        ways = environment(PYTHONPATH=os.pathsep.join(sys.path))
        return subprocess.run(
            [sys.executable, "-c", APART, copy], capture_output=True, text=True, check=True, env=ways
        ).stdout

    before = bytes_of(copy / "site")
    assert built() == "elsewhere\n"
    assert bytes_of(copy / "site") == before
    assert (copy / ".gemeengoed/public/mkdocs/alike.json").exists()  # which a helper works out
    write_files(copy, {"commons/tips/kort.md": page(title="Andere tip")})
    build_site(copy, jobs=1)
    after = bytes_of(copy / "site")
    assert built() == "elsewhere\n"
    assert bytes_of(copy / "site") == after != before
    write_files(copy, WRONG)
    assert built() == "['field-unknown']\n"
    assert bytes_of(copy / "site") == after


FEW = """
import os, sys
from pathlib import Path
import gemeengoed.build as building
from gemeengoed.settings import read_settings
from gemeengoed.stage import making

root, make, making.FEW_UNITS = Path(sys.argv[1]), making.Making.make, 2
making.Making.make = lambda *given: os.write(1, b"%d\\n" % os.getpid()) and make(*given)
building.build(root, read_settings(root), root / "site", jobs=2)
"""


def test_what_an_edit_has_made_anew_is_made_by_two_processes(copy):
    def built() -> list[str]:
        ways = environment(PYTHONPATH=os.pathsep.join(sys.path))
        told = subprocess.run([sys.executable, "-c", FEW, copy], capture_output=True, text=True, check=True, env=ways)
        return told.stdout.split()

    built()
    write_files(copy, {"commons/tips/kort.md": page(title="Andere tip")})
    made_by = built()
    assert len({*made_by}) == 2
    after = bytes_of(copy / "site")
    shutil.rmtree(copy / ".gemeengoed")
    build_site(copy, jobs=1)
    assert bytes_of(copy / "site") == after
    write_files(copy, {"commons/tips/kort.md": page(title="Nog een andere tip")})
    assert len({*built()}) == 2
