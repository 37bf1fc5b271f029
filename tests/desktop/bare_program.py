"""A program with a window, a tray icon, a notification and a sound, to prove the desktop of these tests."""

import asyncio
import math
import struct
import sys
import threading

from desktop_notifier import Button, DesktopNotifier
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices
from PySide6.QtWidgets import QApplication, QLineEdit, QSystemTrayIcon, QVBoxLayout, QWidget

RATE = 48_000


class Bare(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Bare program")
        self.resize(500, 300)
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.field.returnPressed.connect(lambda: print("typed", self.field.text(), flush=True))
        picture = QPixmap(22, 22)
        picture.fill("teal")
        self.tray = QSystemTrayIcon(QIcon(picture))
        self.tray.show()

    def prepare_sound(self) -> None:
        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        tone = (20000 * math.sin(2 * math.pi * 440 * n / RATE) * math.exp(-4 * n / RATE) for n in range(RATE // 2))
        self.buffer = QBuffer()
        self.buffer.setData(QByteArray(struct.pack(f"<{RATE // 2}h", *(int(value) for value in tone))))
        self.sink = QAudioSink(QMediaDevices.defaultAudioOutput(), form)

    def strike(self) -> None:
        self.buffer.close()
        self.buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.sink.start(self.buffer)


def notify() -> None:
    async def send() -> None:
        buttons = [
            Button(word, on_pressed=lambda w=word: print("pressed", w, flush=True)) for word in ("Check in", "Later")
        ]
        await DesktopNotifier(app_name="Bare").send(title="A quiet question", message="How is it", buttons=buttons)
        await asyncio.sleep(60)

    asyncio.run(send())


def main() -> int:
    app = QApplication(sys.argv)
    window = Bare()
    window.show()
    threading.Thread(target=notify, daemon=True).start()
    QTimer.singleShot(0, window.prepare_sound)
    QTimer.singleShot(1500, window.strike)
    QTimer.singleShot(2700, window.strike)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
