"""Rasa's rules, without the searches that can find nothing."""

# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.constants import UTTER_PREFIX
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

Found = tuple[str | None, str | None, bool]  # an action, the rule that says it, see Rasa's own
_NOTHING: Found = (None, None, False)
_DONE: Found = (ACTION_LISTEN_NAME, "", False)


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class TalkRules(RulePolicy):
    """Rasa's own goes through all rules for the text, for its intent, and once more after the
    answer. Where no form is open, ours name an intent, never a text, and one answer is all."""

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> Found:
        if tracker.active_loop_name is None:
            if use_text_for_last_user_input:
                return _NOTHING
            if (tracker.latest_action_name or "").startswith(UTTER_PREFIX):
                return _DONE
        found: Found = super()._find_action_from_rules(
            tracker, domain, use_text_for_last_user_input
        )
        return found
