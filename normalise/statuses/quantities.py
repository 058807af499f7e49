"""Tells all of it from some of it: 'only two teams', 'all bar one', 'to 40 of 60 staff'.

A status word may stand behind a subject that is less than everyone (`few teams have completed
this`), or before a complement that is less than everything (`delivered to half the workforce`).
"""

import re

NUMBER = r"(?:\d+|none|one|two|three|four|five|six|seven|eight|nine|ten)"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_DATE = rf"(?:{MONTH}|\d|q\d|spring|summer|autumn|winter|easter|early|mid|late|the end)"
_WORDS = r"(?:[^\s,]+ )"
EXCEPT = (
    r"(?:excepting|except|excluding|apart from|aside from|other than|save(?: for)?|barring"
    r"|bar(?! (?:code|chart|graph))|minus|less(?! than))"
)
# Words of time behind 'only' speak of when, not of how much: 'only recently completed'.
_WHEN = (
    r"(?:just|now|recently|lately|then|today|yesterday|after|once|when|if|since|finally|been|be)"
)
SOME_BEFORE = re.compile(
    # 'Not all staff have completed the training', 'Not everyone has …', 'Not every team has …'
    rf"\b(?:not|\w+n't) (?:all|every\w*|each|much|many|enough)\b(?: [^\s,]+){{0,8}} $"
    # 'All bar one action complete', 'Everything except the audit is complete'
    rf"|\b(?:all|every\w*|each)(?: \w+){{0,3}} {EXCEPT}(?: [^\s,]+){{1,8}} $"
    # 'Few teams have completed this', 'A handful of schools have …', not 'over the last few weeks'
    rf"|(?<!last )(?<!past )(?<!next )\b(?:few|fewer|handful of|minority of|fraction of|couple of"
    r"|hardly any|scarcely any|limited number|less than \w+)(?! (?:days|weeks|months|years))"
    r"(?: [^\s,]+){0,6} $"
    # 'Only Adult Social Care has completed', not 'The only action has been completed'
    rf"|(?<!the )(?<!not )\bonly (?!{_WHEN}\b){_WORDS}{{1,6}}$"
)
ALL_BUT = re.compile(r"\ball bar (?:fully )?$")
# 'Only completed for adults'; a date behind would only tell when.
ONLY = re.compile(r"\bonly $")
_SOME = (
    r"(?:half|some|most|many|several|few|a few|a couple|a number|a handful|a minority"
    r"|(?:the |a |vast )*majority|(?:a|one|two|three) (?:thirds?|quarters?|fifths?)|a proportion"
    r"|(?:the )?(?:most|large|main|greater|better) part|the main|large measure)"
)
_PREPOSITION = r"(?:to|by|for|in|with|at|across|among|amongst|within|on)"
_ABOUT = r"(?:only |about |around |just |over |approximately |nearly |almost |roughly )?"
# 'Completed some time ago', 'completed several months ago', 'completed most recently in May'
_NO_TIME = r"(?! (?:of the )?(?:time|days?|weeks?|months?|years?|while|recent\w*|way|\w+ly)\b)"
# With these a complement begins; all else is an object, or a sentence of its own.
COMPLEMENT = re.compile(rf"(?:{_PREPOSITION}|across|only|so|thus|up|as|[(:,-]) ")
SHARE_BEHIND = re.compile(
    # 'Delivered 40 of 60 sessions', 'Completed by 12 of 15 teams'
    rf"(?:{_PREPOSITION} )?{_ABOUT}({NUMBER}) (?:of|out of) "
    rf"(?:the |our |all |these |its |a total of )*({NUMBER})\b"
    rf"|(?:{_PREPOSITION} )?{_ABOUT}(\d+)/(\d+) [a-z]{{3,}}s\b"  # 'in 3/5 districts'
    rf"|to {_ABOUT}({NUMBER}) \w+s (?:of|out of) ({NUMBER})\b"
)
SOME_BEHIND = re.compile(
    # 'Delivered to half the workforce', 'Completed in most areas', 'Completed for the most part'
    rf"(?:{_PREPOSITION} )?{_ABOUT}{_SOME}\b{_NO_TIME}"
    # 'Completed 12 of the actions', but 'completed on 3 of May'
    rf"|(?:(?:to|by|for|in|with|at|across) )?{_ABOUT}{NUMBER} of (?:the|these|those|our"
    rf"|its) (?!{MONTH})\w"
    # 'Completed by Police only', 'Completed (Police only)', 'Completed only for adults'
    rf"|(?:[(:,-] )*(?:(?!once|first)[^\s.;,()]+ ){{1,6}}only (?:\) )?(?:END|[.;,)])"
    rf"|only (?:by|for|at|with|across|to|in) (?!{_DATE})\w"
    r"|as far as possible\b"
)
# 'Completed so far: 2', 'Completed to date'; but 'completed to date 12/05/2016', 'all completed
# to date'
SO_FAR = re.compile(r"(?:[(:,-] )*(?:so far|thus far|up to now|to date (?!\d))")
ALL = re.compile(r"\b(?:all|both|every\w*|each)\b")
EXCEPTION_BEHIND = re.compile(
    # 'Complete save for evaluation', 'Complete (less training)', 'in all areas except Kent'
    rf"(?:[(:,-] )*(?:(?:in|for|by|at|across|with) (?:\w+ ){{1,4}})?{EXCEPT} \w"
    # 'Complete with one exception', 'with the exception of the audit', not 'without exception'
    r"|(?:[(:,-] )*with (?!no )(?:\w+ ){0,2}exceptions?\b(?! report)"
)
_OPEN_STATE = (
    r"(?:outstanding|in progress|on ?going|under ?way|not (?:yet )?(?:started|begun|commenced|done"
    r"|complete\w*|achieved|met|implemented)|incomplete|pending|awaited|delayed|overdue|on hold"
    r"|open|yet to \w+|still to \w+|to follow|to be \w+)"
)
_HERE = rf"(?:by|for|in|at|within|across|with) (?!{_DATE})(?:[^\s.,;]+ ){{1,5}}?"
_TURN = r"(?:[.,;:-]|but|and|while|whilst)"
REST_BEHIND = re.compile(
    # 'Completed by Police. Outstanding for Health.', 'Done by X, still to be done by Y'
    rf"{_HERE}{_TURN} (?:but |still |yet )*(?!to be \w+ (?:at|in|within|with) )"
    rf"{_OPEN_STATE} (?:for|by|in|at|with|within) (?!{_DATE})\w"
    # 'Completed for Adults; Children's in progress'
    r"|(?:for|in|at|within|across) "
    rf"(?!{_DATE})(?:[^\s.,;]+ ){{1,4}}?{_TURN} (?!monitoring|reviews?|updates?|oversight)"
    rf"(?:[^\W\d][\w']* ){{1,3}}?(?:is |are |still |remains? )*{_OPEN_STATE} (?:[.;)]|END)"
    rf"|by (?:[^\s.,;]+ ){{1,4}}?{_TURN} (?:[^\W\d][\w']* ){{1,3}}?(?:is |are |has |have )*"
    r"(?:yet to \w+|still to \w+|outstanding|not (?:yet )?(?:done|complete\w*|started|begun"
    r"|commenced|achieved|implemented|actioned|delivered))\b"
    # 'Completed at UHX. Not at SGH', 'Complete for some, not for others', 'at A but not B'
    rf"|(?P<where>by|for|in|at|with|within|across) (?:[^\s.,;]+ ){{1,4}}?{_TURN} (?:but )?"
    r"not (?:yet )?(?P=where) \w"
    r"|(?:by|for|in|at|with|within|across) (?:[^\s.,;]+ ){1,4}?but not (?:\w+ ){1,3}(?:END|[.;)])"
    # 'Completed action: leaflets. Outstanding action: website.'
    r"|(?:actions?|items?|elements?|work|parts?|tasks?) : (?:[^\s]+ ){1,7}?"
    r"(?:outstanding|remaining|incomplete|in progress|on ?going)\b"
    # 'One complete, one not', 'Two done, one to go', 'Two complete, the rest ongoing'
    rf"|(?:{_TURN} )+(?:(?!or|if|why|whether)\w+ ){{1,3}}not (?:yet )?(?:END|[.;)])"
    rf"|(?:{_TURN} )+(?:the )?(?!none)(?:{NUMBER}|rest|others?|remainder|remaining|another)"
    rf"(?: \w+){{0,3}} (?:to (?:do|go|complete)|{_OPEN_STATE}|remains?|remaining)\b"
)
