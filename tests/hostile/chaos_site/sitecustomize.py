"""Python runs this when it starts: a process that finds it here reads with the chaos reader."""

import extract.plan
from tests.hostile.chaos_reader import read_plan

extract.plan.read_plan = read_plan
