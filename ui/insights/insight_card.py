"""A card that works something out of a life: on the worker first, then on the screen."""

from typing import Any

from ui.insights.chart_card import ChartCard
from ui.insights.known import Known
from ui.tasks import Tasks


class InsightCard(ChartCard):
    """A chart card that can be given all that is known; only the newest answer is shown."""

    _asked = 0

    def work_out(self, known: Known) -> Any:
        """Work out what this card shows; runs on the worker thread and touches no widget."""
        raise NotImplementedError

    def show_found(self, found: Any) -> None:
        """Show what `work_out` returned."""
        raise NotImplementedError

    def refresh(self, tasks: Tasks, known: Known) -> None:
        """Find anew and show it."""
        self._asked += 1
        number = self._asked
        tasks.run(lambda: self.work_out(known), lambda found: self._answered(number, found))

    def opened_again(self, tasks: Tasks, known: Known) -> None:
        """Go on with what leaving the page stopped."""

    def leaving(self) -> None:
        """Stop what still goes on: the page is left."""

    def _answered(self, number: int, found: Any) -> None:
        if number == self._asked:
            self.show_found(found)
