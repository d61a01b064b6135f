"""What is shipped for CI: the GitHub Action, the pre-commit hooks and the GitLab job, run as CI would run them.

Nothing here asks a registry: the package is installed without its dependencies, which are those of the tests."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
JOB = yaml.safe_load((ROOT / "examples" / "gitlab-ci.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
BODY = "{} people were killed when a fire broke out at a market in Leeds on Tuesday, May 2, 2023, police said.\n"
NASTY = "news/b $(touch ran) `touch ran` \"'; ::error::x,y.txt"
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}  # 0 of no isolation is: none

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")


def run(*argv: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    own = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LANG": "C.UTF-8", "PYTHONPATH": sysconfig.get_path("purelib")}
    return subprocess.run(argv, cwd=cwd, env={**own, **OFFLINE, **env}, capture_output=True, text=True, check=False)


def git(cwd: Path, *argv: str) -> str:
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "init.defaultBranch=main"]
    ran = run("git", *who, *argv, cwd=cwd)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The project as somebody else's CI gets it: a repository of its own, from the files as they are now."""
    target = tmp_path / "tool"
    target.mkdir()
    for name in ("reconcile", "rules"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml"):
        shutil.copy(ROOT / name, target / name)
    git(target, "init", "--quiet")
    git(target, "add", "--all")
    git(target, "commit", "--quiet", "--message", "as it is")
    return target


@pytest.fixture
def newsroom(tmp_path: Path) -> tuple[Path, str]:
    """A repository where the last commit adds an article that contradicts an older one, and the commit before it."""
    folder = tmp_path / "newsroom"
    (folder / "news").mkdir(parents=True)
    (folder / "news" / "a.txt").write_text(BODY.format("Twelve"), encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "older")
    before = git(folder, "rev-parse", "HEAD")
    (folder / NASTY).write_text(BODY.format("Nine"), encoding="utf-8")
    (folder / "news" / "decisions.jsonl").write_text("", encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "newer")
    return folder, before


@pytest.mark.parametrize(
    ("file", "options"),
    [
        ("action.yml", ["--builtin-schema", "vendor.github-actions"]),
        ("examples/gitlab-ci.yml", ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]),
    ],
)
def test_the_files_are_valid_by_the_published_schemas(file: str, options: list[str]) -> None:
    ran = run(sys.executable, "-m", "check_jsonschema", *options, file, cwd=ROOT)
    assert ran.returncode == 0, ran.stdout


DOCUMENT = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", DOCUMENT, re.S))


def test_the_workflow_of_the_documentation_is_valid_and_uses_inputs_that_there_are(tmp_path: Path) -> None:
    (tmp_path / "workflow.yml").write_text(SHOWN[".github/workflows/articles.yml"], encoding="utf-8")
    schema = ("--builtin-schema", "vendor.github-workflows")
    ran = run(sys.executable, "-m", "check_jsonschema", *schema, "workflow.yml", cwd=tmp_path)
    assert ran.returncode == 0, ran.stdout
    steps = yaml.safe_load(SHOWN[".github/workflows/articles.yml"])["jobs"]["reconcile"]["steps"]
    (ours,) = [step for step in steps if step["uses"].startswith("YOUR/RECONCILE@")]
    required = {name for name, given in ACTION["inputs"].items() if given.get("required")}
    assert required <= ours["with"].keys() <= ACTION["inputs"].keys()
    assert all(name in ACTION["outputs"] for name in re.findall(r"outputs\.([a-z-]+)", json.dumps(steps)))


def test_the_hooks_of_the_documentation_are_valid_and_exist(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(SHOWN[".pre-commit-config.yaml"], encoding="utf-8")
    ran = run(sys.executable, "-m", "pre_commit", "validate-config", "config.yaml", cwd=tmp_path)
    assert ran.returncode == 0, ran.stdout
    (repo,) = yaml.safe_load(SHOWN[".pre-commit-config.yaml"])["repos"]
    assert {hook["id"] for hook in repo["hooks"]} == {hook["id"] for hook in HOOKS}


def test_nothing_that_others_may_write_is_put_into_a_script() -> None:
    for step in STEPS:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
        for given in step["env"].values():
            assert re.fullmatch(
                r"\$\{\{ (inputs\.[a-z-]+|github\.action_path|github\.event\.[a-z_.]+( \|\| [a-z._]+)?) \}\}", given
            )


def test_every_input_of_the_action_is_used_and_every_used_one_is_an_input() -> None:
    used = {
        name for step in STEPS for given in step["env"].values() for name in re.findall(r"inputs\.([a-z-]+)", given)
    }
    assert used == set(ACTION["inputs"])


class Job:
    """A job that uses the action: its steps with the environment that the runner would give them."""

    def __init__(self, source: Path, newsroom: Path, temporary: Path) -> None:
        self.source, self.newsroom, self.temporary = source, newsroom, temporary
        temporary.mkdir()

    def step(self, number: int, base: str = "", tip: str = "", **inputs: str) -> tuple[int, str, dict[str, str], str]:
        """Exit code, log, outputs and summary of a step."""
        files = {name: self.temporary / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        env = {name: self._value(given, (base, tip), inputs) for name, given in STEPS[number]["env"].items()}
        runner = {"RUNNER_TEMP": str(self.temporary), **{name: str(file) for name, file in files.items()}}
        script = self.temporary / "script.sh"
        script.write_text(STEPS[number]["run"], encoding="utf-8")
        shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", str(script))  # as the runner calls it
        ran = run(*shell, cwd=self.newsroom, **env, **runner)
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines())
        return (
            ran.returncode,
            ran.stdout + ran.stderr,
            outputs,
            files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8"),
        )

    def _value(self, given: str, event: tuple[str, str], inputs: dict[str, str]) -> str:
        what = given.removeprefix("${{ ").removesuffix(" }}")
        if what.startswith("inputs."):
            name = what.removeprefix("inputs.")
            known: dict[str, Any] = ACTION["inputs"][name]
            return inputs.get(name.replace("-", "_"), str(known.get("default", "")))
        return str(self.source) if what == "github.action_path" else event["head.sha" in what]


@needs_git
@needs_bash
def test_the_action_checks_what_a_pull_request_changed(
    source: Path, newsroom: tuple[Path, str], tmp_path: Path
) -> None:
    folder, before = newsroom
    job = Job(source, folder, tmp_path / "runner")
    code, log, _, _ = job.step(0, python=sys.executable)
    assert code == 0, log

    code, log, outputs, summary = job.step(1, before, against="news")
    assert (code, outputs) == (1, {"sarif": "reconcile.sarif", "exit-code": "1"}), log
    assert next(line for line in log.splitlines() if line.startswith("::")).startswith(
        "::error file=news/b $(touch ran)"
    )
    assert "Conflicts that the new articles bring" in summary
    (result,) = json.loads((folder / "reconcile.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert result["ruleId"] == "death_toll"
    assert not (folder / "ran").exists(), "a file name was run"

    code, log, outputs, _ = job.step(1, "HEAD", against="news")
    assert (code, outputs["exit-code"]) == (0, "0"), "nothing changed"
    assert "nothing to check" in log

    for base, told in (("0" * 40, "git cannot tell"), ("", "this event does not say what is new: name the batch")):
        code, log, _, _ = job.step(1, base, against="news")
        assert code == 2, told
        assert f"::error title=reconcile check::{told}" in log

    (folder / "b.jsonl").write_text("", encoding="utf-8")
    options = {
        "baseline": "b.jsonl",
        "fail_on": "high",
        "only_facts": "injured",
        "junit": "new.xml",
        "sarif": "s/n.sarif",
    }
    code, log, outputs, _ = job.step(1, against="news", batch=f"{NASTY}\n", **options)
    assert (code, outputs["sarif"]) == (0, "s/n.sarif"), log
    assert (folder / "new.xml").exists()


@needs_git
@needs_bash
def test_what_came_to_the_target_meanwhile_is_not_what_a_pull_request_changed(
    source: Path, newsroom: tuple[Path, str], tmp_path: Path
) -> None:
    folder, before = newsroom
    git(folder, "checkout", "--quiet", "-b", "theirs", before)
    (folder / "news" / "c.txt").write_text("The town council of Leeds met on Monday.\n", encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "a pull request, made before the target moved on")
    tip = git(folder, "rev-parse", "HEAD")
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-edit", tip)
    job = Job(source, folder, tmp_path / "runner")
    assert job.step(0, python=sys.executable)[0] == 0
    code, log, _, _ = job.step(1, before, tip, against="news")
    assert code == 0, log
    assert "0 new conflicts" in log

    env = {**JOB["reconcile"]["variables"], "ARCHIVE": "news", "CI_MERGE_REQUEST_DIFF_BASE_SHA": before}
    env |= {"CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": tip, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    ran = run("bash", "-eo", "pipefail", "-c", "\n".join(JOB["reconcile"]["script"]), cwd=folder, **env)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("text", [*SHOWN.values(), *JOB["reconcile"]["variables"].values()])
def test_what_is_shown_names_the_tool_by_a_commit(text: str) -> None:
    for line in text.splitlines():
        if "RECONCILE" in line and "repo:" not in line:
            assert line.endswith("@COMMIT"), line
        assert not re.search(r"rev: (?!COMMIT$)", line)


@needs_git
@needs_bash
def test_the_gitlab_job_checks_what_a_merge_request_changed(newsroom: tuple[Path, str]) -> None:
    folder, before = newsroom
    job = JOB["reconcile"]
    bin_ = Path(sys.executable).parent
    env = {**job["variables"], "ARCHIVE": "news", "CI_MERGE_REQUEST_DIFF_BASE_SHA": before}
    env["PATH"] = f"{bin_}:{os.environ['PATH']}"
    script = ("bash", "-eo", "pipefail", "-c", "\n".join(job["script"]))
    ran = run(*script, cwd=folder, **env)
    assert ran.returncode == 1, ran.stderr
    assert "death_toll" in ran.stdout
    assert (folder / job["artifacts"]["reports"]["junit"]).exists()
    assert all((folder / path).exists() for path in job["artifacts"]["paths"])
    assert not (folder / "ran").exists(), "a file name was run"
    ran = run(*script, cwd=folder, **{**env, "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"})
    assert (ran.returncode, ran.stdout) == (0, "No article was added or changed; there is nothing to check.\n")


@needs_git
def test_the_hook_checks_what_is_committed(source: Path, newsroom: tuple[Path, str]) -> None:
    folder, _ = newsroom
    hook = {"id": "reconcile-check", "args": ["--against", "news"]}
    config = {"repos": [{"repo": str(source), "rev": git(source, "rev-parse", "HEAD"), "hooks": [hook]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (folder / "news" / "c.txt").write_text(BODY.format("Three"), encoding="utf-8")
    git(folder, "add", "--all")
    pre_commit = (sys.executable, "-m", "pre_commit")
    ran = run(*pre_commit, "run", cwd=folder, PRE_COMMIT_HOME=str(folder.parent / "hooks"))
    assert ran.returncode == 1, ran.stdout + ran.stderr
    told = [line for line in ran.stdout.splitlines() if line.startswith("news/")]
    assert told, ran.stdout
    assert all(line.startswith("news/c.txt:1:1: ") for line in told)

    (folder / "news" / "c.txt").write_text(BODY.format("Twelve"), encoding="utf-8")
    git(folder, "add", "--all")
    ran = run(*pre_commit, "run", cwd=folder, PRE_COMMIT_HOME=str(folder.parent / "hooks"))
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_manifest_of_hooks_is_one_and_its_commands_exist(tmp_path: Path) -> None:
    ran = run(
        sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"), cwd=tmp_path
    )
    assert ran.returncode == 0, ran.stdout
    from reconcile.commands import COMMANDS

    for hook in HOOKS:
        words = hook["entry"].split()
        assert words[0] == "reconcile"
        assert any(" ".join(words[1:]).startswith(name) for name in COMMANDS), hook["entry"]


@pytest.mark.parametrize("name", ["decisions.jsonl", "deep/reconcile-baseline.jsonl"])
def test_journals_and_baselines_are_no_articles_for_the_hook(name: str) -> None:
    (hook,) = [one for one in HOOKS if one["id"] == "reconcile-check"]
    assert re.search(hook["files"], name)
    assert re.search(hook["exclude"], name)
    assert not re.search(hook["exclude"], "news/my-decisions.txt")
