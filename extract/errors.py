"""Why a file cannot be read: one exception for each situation that its owner can mend."""

from typing import ClassVar


class Refusal(Exception):  # noqa: N818 - subclasses read as the situation they name
    """A file that is refused as a whole: a reason from a closed list, and what to do about it.

    `detail` says what was found, where that helps: `raise TooManyPages("2,412 pages")`.
    It must hold no text of the document, for the message is printed and logged.
    """

    reason: ClassVar[str]
    remedy: ClassVar[str]

    def __init__(self, detail: str = "") -> None:
        self.message = f"{detail}: {self.remedy}" if detail else self.remedy
        super().__init__(self.message)


class NotAPdf(Refusal):
    """The file is of another kind, whatever its name says."""

    reason = "not_a_pdf"
    remedy = (
        "the file is not a PDF; download it again, or save it as PDF from the program it opens in"
    )


class Empty(Refusal):
    """The file has no bytes."""

    reason = "empty"
    remedy = "the file is empty; download it again"


class Encrypted(Refusal):
    """The file opens only with a password."""

    reason = "encrypted"
    remedy = "the file needs a password or a certificate; save a copy without and convert that"


class Damaged(Refusal):
    """The file says that it is a PDF but cannot be read as one."""

    reason = "damaged"
    remedy = "the file is cut short or broken; download it again"


class NoTextLayer(Refusal):
    """The pages are pictures: there are no letters to read."""

    reason = "no_text_layer"
    remedy = (
        "the pages are pictures and no recogniser is installed; "
        "install one with: pip install 'actionplans[ocr]'"
    )


class RecognitionForbidden(NoTextLayer):
    """The pages are pictures, and these were not to be recognised."""

    remedy = "the pages are pictures; convert the file without --ocr never"


class NothingRecognised(NoTextLayer):
    """The pages show nothing that could be read as letters, or not in time."""

    remedy = "no letters were found on its pages; convert a better copy, or try --ocr always"


class NothingShown(NoTextLayer):
    """The pages show no letters and no pictures."""

    remedy = "its pages are blank; look whether another copy shows more, and convert that"


class LettersUnknown(NoTextLayer):
    """There are letters, but not those that the pages show, and nobody recognises them."""

    remedy = (
        "the file does not say which letters it prints; install a recogniser with: "
        "pip install 'actionplans[ocr]', or convert the file without --ocr never"
    )


class DrawsItself(NoTextLayer):
    """The pages are made by a form once it is opened; what is in the file only says so."""

    remedy = (
        "the file is a form that is drawn only once it is opened; open it in Adobe Reader, print "
        "it there to a new PDF and convert that"
    )


class UnsafePath(Refusal):
    """The path leads to something other than a plain file."""

    reason = "unsafe_path"
    remedy = "only plain files are read, no links, pipes or devices; name the file itself"


class TooLarge(Refusal):
    """The file is larger than any action plan."""

    reason = "too_large"
    remedy = "the file is too large; save the pages that hold the plan as a PDF of their own"


class TooManyPages(Refusal):
    """The file has more pages than any review."""

    reason = "too_many_pages"
    remedy = "there are too many pages; save those that hold the plan as a PDF of their own"


class TimeLimit(Refusal):
    """Reading took longer than any review takes."""

    reason = "time_limit"
    remedy = (
        "reading took too long; convert the pages that hold the plan on their own, "
        "or allow more with --time-limit"
    )


class MemoryLimit(Refusal):
    """Reading took more memory than any review takes."""

    reason = "memory_limit"
    remedy = "reading took too much memory; convert the pages that hold the plan on their own"


class ReaderCrash(Refusal):
    """The library that reads PDFs did not survive the file."""

    reason = "reader_crash"
    remedy = "the PDF reader crashed on this file; print it to a new PDF and convert that"


class ReadersDisagree(Refusal):
    """No plan was found, and a second reader sees another document."""

    reason = "readers_disagree"
    remedy = (
        "no plan was found, but two PDF readers see different text in this file, so there may be "
        "one; print it to a new PDF and convert that"
    )


class CannotRead(Refusal):
    """The computer would not hand the file over."""

    reason = "io_error"
    remedy = "the file could not be read; check that it is there and that you may open it"


class ChangedDuringRead(Refusal):
    """Something wrote to the file while it was read."""

    reason = "changed_during_read"
    remedy = "the file changed while it was read; wait until it is complete and run again"
