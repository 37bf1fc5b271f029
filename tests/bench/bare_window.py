"""The least a PySide6 program can show: what every start is measured against."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

app = QApplication(sys.argv)
window = QWidget()
window.setWindowTitle("Bare window")
window.resize(1160, 780)
QVBoxLayout(window).addWidget(QLabel("Nothing else"))
window.show()
sys.exit(app.exec())
