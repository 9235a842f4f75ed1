"""The checks in scripts/ are programs; here they are read as modules, so that their rules can be tried one by one."""

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


def script(name: str):
    spec = importlib.util.spec_from_file_location(name.replace("-", "_"), SCRIPTS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def walls():
    return script("lint-walls")


@pytest.fixture(scope="session")
def holidays():
    return script("check-bank-holidays")


@pytest.fixture(scope="session")
def postcodes():
    return script("make-postcodes")
