"""What the 404 page says, in the languages we know."""
from __future__ import annotations

from dataclasses import dataclass

from ...typed import Final


@dataclass(frozen=True, slots=True)
class Message:
    """One message in one language; `code` is the language it is really written in."""

    code: str
    title: str
    text: str
    link: str                   # leads to the home page


_ROWS: Final = (
    #        code  title                  text                                      link
    Message("en", "Page not found", "There is no page at this address.", "Go to the home page"),
    Message("zh", "页面不存在", "这个地址没有对应的页面。", "返回首页"),
    Message("ja", "ページが見つかりません", "このアドレスにページはありません。", "ホームへ戻る"),
    Message("ko", "페이지를 찾을 수 없습니다", "이 주소에는 페이지가 없습니다.", "홈으로 가기"),
    Message("de", "Seite nicht gefunden", "Unter dieser Adresse gibt es keine Seite.", "Zur Startseite"),
    Message("fr", "Page introuvable", "Il n'y a pas de page à cette adresse.", "Aller à l'accueil"),
    Message("es", "Página no encontrada", "No hay ninguna página en esta dirección.", "Ir al inicio"),
)
_MESSAGES: Final = {message.code: message for message in _ROWS}


def message_in(code: str) -> Message:
    """Return the message in a language: `pt-BR` falls back to `pt`, an unknown language to English."""
    return _MESSAGES.get(code) or _MESSAGES.get(code.partition("-")[0].lower()) or _MESSAGES["en"]
