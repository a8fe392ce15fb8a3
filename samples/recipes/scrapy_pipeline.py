"""Scrapy: an item pipeline that replaces `html` by `text`, its article; `ITEM_PIPELINES = {CleanerPipeline: 300}`."""

from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem

from cleaner import Cleaner, Status


class CleanerPipeline:
    def __init__(self) -> None:
        self.cleaner = Cleaner()

    def process_item(self, item: object) -> object:
        fields = ItemAdapter(item)
        result = self.cleaner.clean_html(fields.pop("html"), url=fields["url"])
        if result.status is Status.EMPTY:
            raise DropItem("; ".join(result.problems))
        fields["text"] = result.text
        return item
