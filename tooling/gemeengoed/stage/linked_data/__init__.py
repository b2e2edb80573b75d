"""What a page is, for machines: JSON-LD in the words of schema.org, in the head of every page.

Everything has an identifier that no language of the site is part of: the address of its data below ``api/v1/``. A page
is a work with its rights and makers; what it is about, where that is a thing of its own (a gathering, a network, an
initiative, a question), is a node beside it with ``#it`` behind the identifier. ``meanings`` says by kind which words
are used; ``works``, ``things``, ``parties`` and ``listings`` write the nodes.

The context is named and not written out: programs that read schema.org know it by that name, and none need fetch it.
"""

from gemeengoed.stage.linked_data.listings import described, listing_data, site_data, written_data
from gemeengoed.stage.linked_data.works import linked_data

__all__ = ["described", "linked_data", "listing_data", "site_data", "written_data"]
