"""Where the training pairs come from, for the credits in the model cards."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """A source: its name, its makers, its address, what its pairs are, and its licence."""

    name: str
    makers: str
    address: str
    pairs: str
    licence: str

    def link(self) -> str:
        """Name and makers as Markdown."""
        return f"[{self.name}]({self.address}), {self.makers}"


CC_BY = "CC BY 4.0"
_OPENSTAX = ("OpenStax textbooks", "OpenStax, Rice University, and the books' authors; at their last CC BY commits",
             "https://github.com/openstax")
_WORDNET = ("Open English WordNet", "its contributors, after Princeton WordNet", "https://github.com/globalwordnet/english-wordnet")
_CPP = ("Microsoft C++ documentation", "Microsoft and contributors", "https://github.com/MicrosoftDocs/cpp-docs")

SOURCES = {
    "A_arxiv_title_abstract_CC0meta": Source("arXiv metadata", "arXiv and the papers' authors", "https://info.arxiv.org/help/api/tou.html",
                                             "title, abstract", "CC0 1.0"),
    "A_factbook_field_text_PD": Source("The World Factbook", "Central Intelligence Agency", "https://www.cia.gov/the-world-factbook/",
                                       "field, text", "public domain"),
    "A_githubtopics_CCBY": Source("GitHub topics", "github/explore contributors", "https://github.com/github/explore",
                                  "topic, description", CC_BY),
    "A_medquad_q_a_CCBY": Source("MedQuAD", "A. Ben Abacha and D. Demner-Fushman", "https://github.com/abachaa/MedQuAD",
                                 "question, answer", CC_BY),
    "A_msdocs_heading_para_CCBY": Source(*_CPP, "heading, paragraph", CC_BY),
    "A_msdocs_title_desc_CCBY": Source(*_CPP, "title, description", CC_BY),
    "A_oewn_def_example_CCBY": Source(*_WORDNET, "definition, example", CC_BY),
    "A_oewn_lemma_def_CCBY": Source(*_WORDNET, "word, definition", CC_BY),
    "A_openstax_exercise_CCBY": Source(*_OPENSTAX, "exercise, solution", CC_BY),
    "A_openstax_heading_para_CCBY": Source(*_OPENSTAX, "heading, paragraph", CC_BY),
    "A_openstax_term_def_CCBY": Source(*_OPENSTAX, "term, definition", CC_BY),
    "A_tatoeba_paraphrase_CCBY": Source("Tatoeba", "its contributors", "https://tatoeba.org", "sentence, paraphrase", "CC BY 2.0 FR"),
    "A_tldr_task_cmd_CCBY": Source("tldr-pages", "the tldr-pages team and contributors", "https://github.com/tldr-pages/tldr",
                                   "task, command", CC_BY),
}
"""By the name of the file of pairs. Texts were shortened, and pairs chosen and joined, for training."""
