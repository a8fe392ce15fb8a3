"""spaCy: a component that cleans the text before the others see it; `nlp.add_pipe("cleaner", first=True)`."""

from spacy.language import Language
from spacy.tokens import Doc

from cleaner import Cleaner


@Language.factory("cleaner")
class CleanerComponent:
    def __init__(self, nlp: Language, name: str) -> None:
        self.nlp, self.name, self.cleaner = nlp, name, Cleaner()

    def __call__(self, doc: Doc) -> Doc:
        return self.nlp.make_doc(self.cleaner.clean(doc.text).text)
