"""Ask → use case."""

from learning.ask import UseCases
from learning.glossary import asks, explaining

USE_CASES: UseCases = {
    asks.ExplainTerm: explaining.explain_term,
    asks.OfferTerms: explaining.offer_terms,
    asks.ShowTerms: explaining.show_terms,
}
