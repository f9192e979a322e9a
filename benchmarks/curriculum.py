"""The course as it ships, for benchmarks that teach."""

from bot.course import ROOT
from content.compiler import compile_course
from content.loader import load
from learning.course.curriculum import Curriculum


def curriculum() -> Curriculum:
    return compile_course(load(ROOT)).curriculum
