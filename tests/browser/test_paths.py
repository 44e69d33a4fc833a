"""browser: the ways that matter, in a real browser on a real server."""

import re
from threading import Event

from playwright.sync_api import expect

from browser.conftest import Window
from browser.talks import articles, fourth, write
from browser.test_pages import AXE
from communique.record.store import open_store

ONE, TWO, THREE = (record.document.id for record in articles())


def decisions(site):
    with open_store(site.record) as store:
        return store.decisions()


def waiting(page) -> int:
    """How many pairs wait for a decision."""
    return int(re.search(r"of (\d+)", page.locator("[data-keys] .meta").first.inner_text()).group(1))


def test_from_a_conflict_to_the_words_of_both_articles(window):
    seen = []
    for number in (0, 1):
        page = window.open("/")
        conflict = page.locator(".conflict").first
        expect(conflict).to_contain_text("four hours")
        expect(conflict).to_contain_text("six hours")
        conflict.locator("a.told").nth(number).click()
        target = page.locator(".target").first
        expect(target).to_be_in_viewport()
        seen.append("".join(page.locator(".target").all_inner_texts()))
    assert sorted(seen) == ["four hours", "six hours"]
    assert not window.errors


def test_a_wrong_join_is_split_and_the_split_taken_back(window, site):
    page = window.open("/actors/ada-brandt")
    page.locator("details.correct summary").click()
    rows = page.locator("details.correct li")
    expect(rows).to_have_count(3)
    painter = rows.filter(has=page.locator(f'a[href="/documents/{THREE}"]'))
    painter.get_by_label("Signed").fill("Edda Holm")
    painter.get_by_role("button").click()
    page.wait_for_url(re.compile(r"/actors/ada-brandt.*note=different"))
    expect(page.get_by_role("status")).to_contain_text("Kept apart")
    page.goto("/actors")
    expect(page.locator("tbody th", has_text="Ada Brandt")).to_have_count(2)
    assert {row.author for row in decisions(site)} == {"Edda Holm"}
    page.go_back()
    page.locator("#undo").click()
    page.wait_for_url(re.compile(r"/review/log"))
    page.goto("/actors")
    expect(page.locator("tbody th", has_text="Ada Brandt")).to_have_count(1)
    assert all(row.undone_by == "Edda Holm" for row in decisions(site))


def test_what_was_split_is_joined_again_by_choice(window, site):
    page = window.open("/actors/carlos-duarte")
    page.locator("details.correct summary").click()
    join = page.locator("details.correct form").last
    join.get_by_label("The same as").select_option(label="Ada Brandt")
    join.get_by_label("Signed").fill("Edda Holm")
    join.get_by_role("button", name="Join").click()
    expect(page.get_by_role("status")).to_contain_text("Joined")
    assert [row.action for row in decisions(site)] == ["same"]


def test_review_with_the_keyboard_alone(window, site):
    page = window.open("/review?sure=1")
    total = waiting(page)
    assert total > 3
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "author":
            break
    page.keyboard.type("Edda Holm")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "same"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("note=same"))
    assert waiting(page) == total - 1
    page.keyboard.press("j")
    page.wait_for_url(re.compile("at=1"))
    page.keyboard.press("d")
    page.wait_for_url(re.compile("note=(different|apart)"))
    assert waiting(page) < total - 1
    assert [row.action for row in decisions(site)] == ["same", "different"]


def test_single_lines_are_read_with_the_keyboard_alone_and_taken_back(window, site):
    page = window.open("/review/lines?section=quotations")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "author":
            break
    page.keyboard.type("Edda Holm")
    page.keyboard.press("Enter")
    assert decisions(site) == ()
    expect(page.locator("[data-keys]")).to_be_focused()
    page.keyboard.press("r")
    page.wait_for_url(re.compile("note=(kept|soon)"))  # soon: on a busy machine the next line does not wait
    expect(page.get_by_role("status")).to_contain_text("Edda Holm: rejected")
    page.keyboard.press("c")
    expect(page.get_by_label("Speaker")).to_be_focused()
    page.get_by_label("Form").select_option("indirect")
    page.get_by_role("button", name="Keep the correction").click()
    page.wait_for_url(re.compile("done=2"))
    assert [row.action for row in decisions(site)] == ["reject", "correct"]
    page.goto("/statements")
    expect(page.locator(".entry")).to_have_count(1)
    expect(page.locator(".entry")).to_contain_text("form was direct")
    page.goto("/review/read")
    page.get_by_role("button", name="Take back decision 1").click()
    page.goto("/statements")
    expect(page.locator(".entry")).to_have_count(2)
    assert not window.errors


def test_the_first_tab_leads_past_the_bar_to_the_content(window):
    page = window.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_pasted_article_shows_what_it_changed(window):
    page = window.open("/add")
    page.get_by_label("Or paste the text of one article").fill("An article")
    page.get_by_role("button", name="Add to the record").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the articles changed")
    expect(page.locator("main")).to_contain_text("Quito")
    page.goto("/timeline")
    expect(page.locator(".line > li")).to_have_count(2)
    assert not window.errors


def test_articles_that_are_dropped_show_how_far_they_are_read(window, monkeypatch):
    from communique.web import addition

    going = Event()
    monkeypatch.setattr(addition.Additions, "read", lambda own, row: 1)
    page = window.open("/add")
    app = window.site.app
    app.state.additions.build = lambda record, paths: (going.wait(20), write(record, (fourth(),)))[1] or ""
    drop = """(zone) => {
      const data = new DataTransfer();
      for (const name of ["one.txt", "two.txt"]) data.items.add(new File([`The words of ${name}`], name, {type: "text/plain"}));
      zone.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
    }"""
    page.locator(".drop").evaluate(drop)
    page.get_by_role("button", name="Add to the record").click()
    expect(page.locator("main")).to_contain_text("one.txt and two.txt")
    expect(page.get_by_role("status")).to_have_text("1 of 2 articles read.")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"] == []
    going.set()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the articles changed")
    expect(page.locator("main")).to_contain_text("Quito")
    assert not window.errors


def test_the_record_as_it_could_be_known_on_a_day(window):
    page = window.open("/conflicts")
    expect(page.locator(".conflict")).to_have_count(1)
    page.goto("/timeline")
    expect(page.locator("#stop")).to_have_value("3")
    page.locator("#stop").focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    expect(page.locator(".asof output")).to_have_text("4 May 2024")
    page.wait_for_url(re.compile(r"asof=2024-05-04#stop"))
    expect(page.locator("h1")).to_contain_text("as known on 4 May 2024")
    expect(page.locator("#stop")).to_be_focused()
    expect(page.locator(".line")).to_contain_text("1 article,")
    expect(page.locator(".line")).not_to_contain_text("disagreement")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile(r"asof=2024-05-05#stop"))
    expect(page.locator(".line")).to_contain_text("disagreement")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("as known on 4 May 2024")
    assert not window.errors


def test_a_former_day_without_script_and_as_text(chromium, site):
    window = Window(chromium, site, viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    page = window.open("/timeline")
    page.locator("#stop").fill("0")
    page.locator(".asof button").click()
    expect(page.locator("h1")).to_contain_text("as known on 4 May 2024")
    page.get_by_role("textbox", name="As known on").fill("2024-05")
    page.locator(".filters button").click()
    expect(page.locator("h1")).to_contain_text("as known on May 2024")
    page.get_by_role("textbox", name="As known on").fill("soon")
    page.locator(".filters button").click()
    expect(page.locator(".bar-note")).to_contain_text("Give the day as year, month and day")
    window.context.close()


def test_the_timeline_goes_from_the_whole_time_to_the_hours_of_a_day_and_back(window):
    page = window.open("/timeline")
    ways = page.get_by_role("navigation", name="Stretch of time")
    expect(ways).to_contain_text("Closer")
    page.locator("svg a[aria-label^='Closer: 3 May']").click()
    expect(page.locator("svg")).to_contain_text("12:00")
    expect(page.locator("svg")).to_contain_text("4 h")
    expect(page.locator("figcaption")).to_contain_text("the hour is not known")
    ways.get_by_role("link", name="Wider").click()
    expect(page.locator("svg")).to_contain_text("18:00")
    expect(page.locator("svg")).to_contain_text("4 May")
    ways.get_by_role("link", name="The whole time").click()
    page.get_by_label("Told by").select_option("Oslo Evening")
    page.locator(".filters button").click()
    expect(page.locator("main")).to_contain_text("No encounter matches")
    assert not window.errors


def test_what_is_new_since_the_last_visit_is_said_until_it_is_seen(window, site):
    page = window.open("/")
    expect(page.locator(".news")).to_have_count(0)
    write(site.record, (fourth(),))
    page.goto("/")
    expect(page.locator(".news")).to_contain_text("1 new article, 1 new encounter")
    page.get_by_role("link", name="See what changed").click()
    expect(page.locator("main")).to_contain_text("Quito")
    page.get_by_role("button", name="Seen: start from here").click()
    page.wait_for_url(re.compile(r"/$"))
    expect(page.locator(".news")).to_have_count(0)
    assert not window.errors


def test_search_leads_to_the_line(window):
    page = window.open("/")
    page.get_by_role("searchbox").fill("blockade")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("with “blockade”")
    page.locator("main ul a").first.click()
    expect(page.locator("main")).to_contain_text("blockade")


def test_search_answers_while_one_types(window):
    page = window.open("/")
    page.get_by_role("searchbox").press_sequentially("block", delay=20)
    found = page.get_by_role("region", name="Lines found")
    expect(found).to_contain_text("blockade")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"] == []
    page.keyboard.press("ArrowDown")
    expect(found.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.get_by_role("searchbox").fill("nobodysays")
    expect(found).to_contain_text("Nothing in the record")
    page.get_by_role("searchbox").fill("script")
    expect(found).to_contain_text("<script>")
    assert not window.errors


def test_hostile_words_of_an_article_stay_words(window):
    page = window.open(f"/documents/{ONE}")
    expect(page.locator("article")).to_contain_text("<script>alert(1)</script>")
    assert "\u202e" not in page.content()
    assert page.locator("script").count() == 1
    assert not window.errors
