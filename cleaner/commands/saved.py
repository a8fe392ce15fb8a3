"""Where the rules and the answers of a review are saved, and what they say to a learning."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from cleaner.config import Config
from cleaner.learning.site_learning import Lesson
from cleaner.regularfile import exists, is_folder
from cleaner.rulefiles.added import user_files
from cleaner.rulefiles.answered import Answers
from cleaner.rulefiles.learnt import FOLDER

# Where rules are saved if the settings name no folder.
SAVED = "cleaner-rules"


def saved_rules(config: Config) -> Path:
    """The folder in which rules are saved: the first that the settings name, or a new one beside the settings."""
    return next((path for path in config.rules if is_folder(path)), config.folder / SAVED)


def rule_paths(config: Config) -> tuple[Path, ...]:
    """The rules that the settings name, and those that a review has saved."""
    folder = saved_rules(config)
    found = folder not in config.rules and exists(folder) and any(folder.rglob("*.toml"))
    return (*config.rules, folder) if found else config.rules


def unanswered(lessons: Iterable[Lesson], rules: tuple[Path, ...]) -> list[Lesson]:
    """The lessons, without what a person has answered in these rule files, as in a review. Raises `RuleError`."""
    answers = Answers(user_files(rules))
    return [lesson.refusing(partial(answers.refuse, lesson.site), f"{FOLDER}/{lesson.site}") for lesson in lessons]
