"""The Insights page; pyqtgraph lives here only."""
