"""Chinese names: their signs, and where the surname ends."""

from __future__ import annotations

from typing import Final

HAN: Final = "\u3400-\u9fff\U00020000-\U0003ffff"  # for a class of a regular expression
_DOUBLE = "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 长孙 端木 南宫 独孤 申屠 轩辕 钟离 宇文"
# The hundred that most people have (Ministry of Public Security of China, name report of 2020).
COMMON_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范"
    "汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
)
DOUBLE_SURNAMES: Final = tuple(_DOUBLE.split())


def surname_of(name: str) -> str:
    """Return the surname of a Chinese name: its first sign, or one of the surnames of two."""
    return name[:2] if name[:2] in DOUBLE_SURNAMES else name[:1]
