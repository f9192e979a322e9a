"""Ask → use case."""

from learning.ask import UseCases
from learning.records import asks, keeping

USE_CASES: UseCases = {
    asks.ShowKept: keeping.show_kept,
    asks.OfferMyData: keeping.offer_my_data,
    asks.GiveMyData: keeping.give_my_data,
    asks.OfferErasure: keeping.offer_erasure,
    asks.EraseMe: keeping.erase_me,
}
