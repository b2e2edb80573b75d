"""The hooks for pre-commit, and what editors are told, name things that exist."""

import json

import yaml


def test_pre_commit_takes_the_hooks_and_the_configuration(assert_clean):
    assert_clean("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert_clean("pre-commit", "validate-config", ".pre-commit-config.yaml")


def test_the_hooks_run_commands_that_exist(repository):
    hooks = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text())
    assert [hook["entry"] for hook in hooks] == ["gemeengoed check", "gemeengoed check --fix"]
    assert not any(hook["pass_filenames"] for hook in hooks)


def test_editors_find_the_schemas(repository):
    settings = json.loads((repository / ".vscode/settings.json").read_text())
    assert settings["yaml.schemas"]
    for schema, register in settings["yaml.schemas"].items():
        file = repository / register
        name = file.read_text("utf-8").partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
        assert (repository / schema).resolve() == (file.parent / name).resolve()
        assert (repository / schema).is_file()
