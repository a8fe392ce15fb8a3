"""The elements of HTML by what they do to a line, and those whose kind the line model is told."""

# Elements that do not end a line.
INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "del", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong"),
        *("sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
# Elements whose text a browser does not show, or that hold no text of an article.
UNSEEN = frozenset(
    {
        *("script", "style", "noscript", "template", "svg", "iframe", "head", "select", "option", "textarea"),
        *("object", "embed", "canvas", "audio", "video", "math"),
    }
)
# Elements that a line may be or be inside; each has a bit in `PageLine.within` and two features of the model. "hidden"
# stands for any element that a style hides: the rest of an article may be hidden until a reader asks for it.
KINDS = (
    *("article", "main", "aside", "nav", "footer", "header", "section", "form", "ul", "ol", "li", "table", "td"),
    *("figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "button", "dl", "pre", "div"),
    *("address", "details", "hidden"),
)
BITS = {tag: 1 << n for n, tag in enumerate(KINDS)}
HEADINGS = sum(BITS[f"h{level}"] for level in range(1, 7))
