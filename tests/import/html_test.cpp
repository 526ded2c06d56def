// HTML to Markdown: what is kept, what is left out, and that no bytes harm it.
#include <random>

#include <QtTest/QtTest>

#include "server/app/import_html.h"

using vb::server::app::markdownOfHtml;

class HtmlTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void converts_data() {
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char* name, const char* html, const char* markdown) {
      QTest::newRow(name) << html << markdown;
    };
    row("paragraphs", "<p>one\n  two</p>\n\n<p>three</p>", "one two\n\nthree");
    row("no tags", "just text", "just text");
    row("emphasis", "<p><em>a</em> <strong>b <i>c</i> </strong>d <b></b></p>", "*a* **b *c*** d");
    row("doubled emphasis", "<b>a <b>b</b> c</b>", "**a b c**");
    row("links", "<a href=\"https://e.org/x\">text</a>, <a href='/q/1'>own</a>",
        "[text](https://e.org/x), [own](https://site.org/q/1)");
    row("link with brackets", "<a href='http://e.org/a_(b)'>x</a>", "[x](http://e.org/a_%28b%29)");
    row("forbidden schemes", "<a href='javascript:alert(1)'>a</a><a href='file:///etc'>b</a><a href='data:x'>c</a>",
        "abc");
    row("mail", "<a href='mailto:a@b.nl'>m</a>", "[m](mailto:a@b.nl)");
    row("no picture by accident", "wow!<a href='http://e.org/'>x</a>", "wow\\![x](http://e.org/)");
    row("pictures become links", "<img src='https://i.org/1.png' alt='a cup'>", "[a cup](https://i.org/1.png)");
    row("picture without words", "<img src='https://i.org/1.png'>", "[afbeelding](https://i.org/1.png)");
    row("picture in a link", "<a href='http://e.org/'><img src='http://i.org/1'></a>", "[afbeelding](http://e.org/)");
    row("code", "use <code>a_b</code> or <code>x `y`</code>", "use `a_b` or `` x `y` ``");
    row("code block", "<pre><code>if (a &lt; b)\n  c();\n</code></pre>", "```\nif (a < b)\n  c();\n```");
    row("code block with fence", "<pre>```</pre>", "````\n```\n````");
    row("lists", "<ul><li>a</li><li>b<ol><li>c</li><li>d</li></ol></li></ul><p>e</p>", "- a\n- b\n  1. c\n  2. d\n\ne");
    row("paragraphs in a list", "<ol><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>", "1. a\n\n   b\n2. c");
    row("quote", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n>\n> b\n\nc");
    row("headings", "<h1>A <i>b</i></h1>c<h3>d</h3>", "# A *b*\n\nc\n\n### d");
    row("rule and break", "a<br>b<hr/>c", "a\\\nb\n\n---\n\nc");
    row("break at the end", "<p>a<br></p>", "a");
    row("what Markdown would read is escaped", "<p># a *b* _c_ [d] `e` &lt;f&gt;</p>",
        "\\# a \\*b\\* \\_c\\_ \\[d\\] \\`e\\` \\<f\\>");
    row("lists by accident", "<p>1. a<br>- b<br>+ c</p>", "1\\. a\\\n\\- b\\\n\\+ c");
    row("entities", "<p>a &amp; b &euro;5 &#169; &nbsp;caf&eacute;</p>", "a & b €5 © \u00A0café");
    row("entities of the text itself", "<p>&amp;lt;b&amp;gt;</p>", "\\&lt;b\\&gt;");
    row("scripts", "a<script>alert('x')</script><style>p{}</style>b", "ab");
    row("tables", "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
        "a \u00B7 b\n\n1 \u00B7 2");
    row("unclosed", "<p>a <b>b<p>c", "a **b**\n\nc");
    row("stray ends", "</p></b></ul>a", "a");
    row("the page's own ends", "<p>a</body></HTML>b</p><p>c", "ab\n\nc");
    row("unknown elements", "<blink>a</blink><x-y>b</x-y>", "ab");
    row("empty", "", "");
  }
  void converts() {
    QFETCH(QString, html);
    QFETCH(QString, markdown);
    QCOMPARE(QString::fromStdString(markdownOfHtml(html.toStdString(), "https://site.org")), markdown);
  }

  void depthIsBounded() {
    for (const char* piece : {"<ul><li>", "<blockquote>", "<b>", "<ol>", "<li>", "<div>", "<a href='http://x.org/'>"}) {
      std::string html;
      for (int i = 0; i < 20'000; ++i) html += piece;
      const std::string markdown = markdownOfHtml(html + "x", "");
      QVERIFY2(markdown.find('x') != std::string::npos, piece);
      QVERIFY2(markdown.size() < 1'000, qPrintable(QString("%1 %2").arg(piece).arg(markdown.size())));
    }
  }
  void anyBytesAreSafe() {
    std::mt19937 random(3);
    const char* pieces[] = {"<",
                            ">",
                            "/",
                            "p",
                            "<p>",
                            "</p>",
                            "<ul>",
                            "<li>",
                            "</ul>",
                            "<pre>",
                            "<code>",
                            "</code>",
                            "&",
                            "#",
                            ";",
                            "<a href='http://",
                            "'>",
                            "</a>",
                            "\n",
                            " ",
                            "*",
                            "`",
                            "<b>",
                            "</b>",
                            "<h2>",
                            "</h2>",
                            "<br>",
                            "<blockquote>",
                            "</blockquote>",
                            "\xFF",
                            "\xC3",
                            "text",
                            "<!--",
                            "-->",
                            "<script>",
                            "</li>",
                            "<td>",
                            "<img src=x>"};
    for (int round = 0; round < 3'000; ++round) {
      std::string html;
      const auto count = random() % 40;
      for (unsigned i = 0; i < count; ++i) html += pieces[random() % std::size(pieces)];
      const std::string markdown = markdownOfHtml(html, "https://site.org");
      QVERIFY(markdown.find("<script") == std::string::npos || markdown.find('`') != std::string::npos);
    }
  }
};

QTEST_APPLESS_MAIN(HtmlTest)
#include "html_test.moc"
