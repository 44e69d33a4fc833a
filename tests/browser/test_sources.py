"""browser: two sides' own accounts, outlets, marks, clocks, ledgers, links to passages, linked facts, the network."""

import re

from playwright.sync_api import expect

from browser.conftest import Window
from browser.talks import accounts, articles, crowd, fourth, write
from communique.record.store import open_store
from communique.web.change import Wanted, judge

ONE, TWO, THREE = (record.document.id for record in articles())


def test_from_two_accounts_to_the_words_that_only_one_side_has(window, site):
    page = window.open("/compare")
    page.get_by_role("link", name="Two sides’ own accounts").click()
    expect(page.locator("main")).to_contain_text("No encounter of which two sides")
    write(site.record, accounts())
    page.reload()
    only = page.locator(".readout").first
    expect(only).to_contain_text("Only Norway")
    only.get_by_text("any new tax").click()
    expect(page.locator(".target").first).to_have_text("any new tax")
    assert not window.errors


def test_an_outlet_and_what_contradicts_it(window):
    page = window.open("/outlets")
    page.get_by_role("link", name="Coast Daily").click()
    expect(page.locator("h1")).to_have_text("Coast Daily")
    page.locator("li", has_text="how long").get_by_role("link").click()
    expect(page.locator("main")).to_contain_text("six hours")
    assert not window.errors


def test_a_mark_before_a_briefing_tells_what_came_after_it(window, site):
    page = window.open("/")
    page.get_by_role("link", name="What changed since a briefing or a day").click()
    page.get_by_label("Name", exact=True).fill("May briefing")
    page.get_by_role("button", name="Set the mark").click()
    expect(page.locator(".mark-row")).to_contain_text("nothing since")
    write(site.record, (fourth(),))
    page.reload()
    page.get_by_role("link", name="May briefing").click()
    expect(page.locator("main")).to_contain_text("Quito")
    page.get_by_role("button", name="Forget May briefing").click()
    expect(page.locator(".mark-row")).to_have_count(0)
    assert not window.errors


def test_the_slider_on_another_clock_keeps_its_day(window, site):
    write(site.record, (fourth(),))
    page = window.open("/timeline?asof=2024-05-04")
    expect(page.locator(".line > li")).to_have_count(1)
    page.get_by_role("radio", name="happened").click()
    page.wait_for_url(re.compile(r"asof=2024-05-04&clock=happened"))
    expect(page.locator("h1")).to_have_text("Timeline up to 4 May 2024")
    page.locator("#stop").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile(r"asof=2024-06-09&clock=happened"))
    expect(page.locator(".line > li")).to_have_count(2)
    page.go_back()
    expect(page.locator(".line > li")).to_have_count(1)
    assert not window.errors


def test_a_forecast_and_the_score_of_its_source(window):
    page = window.open("/agreements")
    page.get_by_role("link", name="What was foreseen").click()
    expect(page.get_by_role("region", name="Whose forecasts came true")).to_contain_text("Harbour Post")
    page.get_by_role("link", name="Harbour Post", exact=True).click()
    expect(page.locator("main")).to_contain_text("Only what Harbour Post printed")
    page.locator(".entry .lead a").first.click()
    expect(page.locator("ol.course")).to_contain_text("4 May 2024")
    assert not window.errors


def test_marked_words_get_a_link_that_lands_on_them_again(window, site):
    page = window.open(f"/documents/{ONE}")
    page.evaluate(
        """() => {
          const text = document.createTreeWalker(document.querySelector("[data-article]"), NodeFilter.SHOW_TEXT);
          while (text.nextNode()) {
            const at = text.currentNode.data.indexOf("blockade");
            if (at < 0) continue;
            getSelection().setBaseAndExtent(text.currentNode, at, text.currentNode, at + 8);
            return;
          }
        }"""
    )
    link = page.get_by_role("link", name="Link to the marked words")
    address = link.get_attribute("href")
    write(site.record, (fourth(),))
    page.goto(address)
    expect(page.locator(".target").first).to_have_text("blockade")
    expect(page.locator(".target").first).to_be_in_viewport()
    page.goto(address.replace(ONE, "d000").replace("blockade", "six+hours,+officials"))
    expect(page.locator("h1")).to_have_text("These words stand in another article")
    assert not window.errors


def test_a_number_leads_to_the_same_fact_in_the_other_article(window):
    page = window.open(f"/compare/articles?left={ONE}&right={TWO}")
    fact = page.locator(".shared li", has_text="duration").locator(".pin")
    number = fact.get_attribute("data-fact")
    page.locator(f"#left-{number}").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#right-{number}")).to_be_focused()
    expect(page.locator(".pane .target")).to_have_text(["four hours", "six hours"])
    fact.click()
    expect(page.locator(f"#left-{number}")).to_be_focused()
    assert not window.errors


def test_whom_one_actor_met_stands_out_in_the_network(chromium, site):
    write(site.record, accounts())
    window = Window(chromium, site, viewport={"width": 1280, "height": 900})
    page = window.open("/network")
    page.get_by_label("Find in the drawing").fill("ada")
    expect(page.locator(".find-node [role=status]")).to_contain_text("Ada Brandt met 3")
    expect(page.locator("svg.net .self")).to_have_count(1)
    page.get_by_label("Find in the drawing").fill("nobody")
    expect(page.locator(".find-node [role=status]")).to_have_text("Not in the drawing.")
    page.locator("svg.net a").first.focus()
    expect(page.locator("svg.net.picked")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/actors/"))
    window.context.close()
    assert not window.errors


def test_the_day_stays_from_page_to_page_until_today_is_asked_for(window, site):
    write(site.record, (*articles(), fourth()))
    page = window.open("/positions")
    page.get_by_text("As of a day").click()
    page.get_by_label("Day", exact=True).fill("2024-05-04")
    page.get_by_role("button", name="Show").last.click()
    page.wait_for_url(re.compile(r"asof=2024-05-04"))
    expect(page.get_by_role("status")).to_contain_text("The record as it stood on 4 May 2024")
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_url(re.compile(r"/map\?asof=2024-05-04"))
    expect(page.locator("main")).not_to_contain_text("Quito")
    page.get_by_role("link", name="The record of today").click()
    expect(page.locator("main")).to_contain_text("Quito")
    assert not window.errors


def test_one_encounter_as_of_a_day_by_keyboard_and_back(window, site):
    page = window.open("/timeline")
    page.locator("ul.line h3 a").first.click()
    title = page.locator("h1").inner_text()
    summary = page.locator(".standing > summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Day", exact=True).fill("2024-05-04")
    page.keyboard.press("Enter")
    expect(page.locator(".bar-note").first).to_contain_text("The record as it stood on 4 May 2024")
    expect(page.locator("h1")).to_be_visible()
    articles_then = page.locator("dl.facts dd", has_text="compare the sources").inner_text()
    page.locator("h2:has-text('At the table') + .sides a").first.click()
    page.wait_for_url("**/actors/*asof=2024-05-04*")
    expect(page.locator(".bar-note").first).to_contain_text("4 May 2024")
    page.go_back()
    page.get_by_role("link", name="The record of today").first.click()
    assert "asof" not in page.url and page.locator("h1").inner_text() == title
    assert page.locator("dl.facts dd", has_text="compare the sources").inner_text() != articles_then
    assert "?" not in page.url
    page.goto(page.url + "?asof=1999")
    expect(page.get_by_text("tells of this encounter")).to_be_visible()
    assert not [line for line in window.errors if "404" not in line]


def test_two_reviewers_see_where_they_differ(window, site):
    with open_store(site.record) as store:
        for author, action in (("Edda Holm", "reject"), ("Ivo Berg", "accept")):
            judge(store, "positions", f"{ONE}:p1", author, Wanted(action, {}))
            judge(store, "quotations", f"{ONE}:q1", author, Wanted("accept", {}))
    write(site.record, ())
    page = window.open("/review/read?state=disputed")
    page.get_by_role("link", name="Where they differ").click()
    row = page.get_by_role("row", name=re.compile("Edda Holm and Ivo Berg"))
    expect(row).to_contain_text("50.0 %")
    expect(page.get_by_role("heading", name=re.compile("Where Edda Holm and Ivo Berg differ"))).to_contain_text(
        "1 line of 2"
    )
    page.get_by_role("link", name="read it again").click()
    expect(page.locator("[data-keys]")).to_be_visible()
    assert not window.errors


def test_a_large_network_is_fitted_into_its_frame(chromium, site):
    write(site.record, crowd(30))
    window = Window(chromium, site, viewport={"width": 1280, "height": 900})
    page = window.open("/network")
    frame, drawing = page.locator(".scroll.large"), page.locator("svg.net")
    assert drawing.evaluate("(own) => own.getBoundingClientRect().height") > 0
    page.get_by_label("Fit the whole drawing into the frame").check()
    high = drawing.evaluate("(own) => own.getBoundingClientRect().height")
    assert high <= frame.evaluate("(own) => own.clientHeight") + 1
    assert page.locator("ul.pairs li").count() > 10
    window.context.close()
