"""The seeds read as a careful analyst would read them, on the real articles and on the stories retold in ``seeds/``."""

from __future__ import annotations

from datetime import date

import pytest

from tests.quality.stories import Story

SUMMIT_DAY = date(2025, 8, 15)


def test_the_alaska_summit_is_one_event_over_four_articles(story: Story) -> None:
    """Planned in one article, occurred in the others, on one day that one of them gives."""
    mentions = [
        story.mention("alaska-before", "summit"),
        story.mention("alaska-november", story.words["alaska_day"]),
        story.mention("alaska-august", "summit", "last week"),
        story.mention("alaska-january", "summit", "Anchorage summit"),
    ]
    assert len({each["event_id"] for each in mentions}) == 1
    event = story.event(mentions[0]["event_id"])
    assert (event["first_day"], event["last_day"], event["status"]) == (SUMMIT_DAY, SUMMIT_DAY, "occurred")
    assert mentions[0]["status"] == "planned"


def test_the_summit_dates_and_bounds_other_articles(story: Story) -> None:
    """``last week`` after the summit is 18-24 August; ``upcoming`` cannot be later than the summit."""
    assert story.reference("alaska-august") == (date(2025, 8, 18), date(2025, 8, 24))
    assert story.reference("alaska-before") == (date(2025, 1, 20), SUMMIT_DAY)


def test_the_budapest_meeting_is_canceled_and_never_a_day_of_its_own(story: Story) -> None:
    """Announced in October 2025, then called off: the history says so and no day is made up."""
    event = story.event(story.mention("alaska-november", "meet", "Budapest")["event_id"])
    assert event["status"] == "canceled"
    assert event["day_role"] == "status"
    shown = story.rows("select status from status_as_of(date '2025-11-30') where event_id = ?", event["event_id"])
    assert [row["status"] for row in shown] == ["canceled"]
    earlier = story.rows("select status from status_as_of(date '2025-08-31') where event_id = ?", event["event_id"])
    assert earlier == []


def test_budapest_is_canceled_as_of_the_ninth_of_november(story: Story) -> None:
    """The cancellation holds by the day on which the article was surely written about it."""
    event_id = story.mention("alaska-november", "meet", "Budapest")["event_id"]
    shown = story.rows("select status from status_as_of(date '2025-11-09') where event_id = ?", event_id)
    assert [row["status"] for row in shown] == ["canceled"]


def test_five_visits_are_a_count_claim_and_no_invented_visits(story: Story) -> None:
    """Five since the inauguration, one of them told of; talks of December lie outside the window."""
    (claim,) = story.rows("select * from count_claims where count = 5")
    before, november = story.reference("alaska-before"), date(2025, 12, 1)
    assert claim["window_first_day"] == date(2025, 1, 20)
    assert claim["window_last_day"] == before[1] < november
    assert (claim["found_count"], claim["verdict"]) == (1, "fewer_found")
    findings = story.rows("select * from findings where check_name = 'count_mismatch'")
    assert len(findings) == 1


def test_the_wrong_masthead_is_rejected_with_the_quotes(story: Story) -> None:
    """The printed 17 June 2025 gives way to the president-elect."""
    article = story.article("alaska-december")
    assert (article["masthead_day"], article["masthead_verdict"]) == (date(2025, 6, 17), "rejected")
    assert article["published_day"] is None
    first, last = story.reference("alaska-december")
    # 1 December by the months told; 2 December, the first Monday after it, when the interview counts, too
    assert date(2024, 12, 1) <= first <= date(2024, 12, 2)
    assert last == date(2025, 1, 19)
    quotes = story.rows(
        "select quote from findings join finding_evidence using (finding_id) "
        "where check_name = 'publication_date_conflict'"
    )
    assert any("June 17, 2025" in row["quote"] for row in quotes)
    assert any("President-elect" in row["quote"] for row in quotes)


def test_the_interview_is_on_a_monday_inside_the_reference(story: Story) -> None:
    """``released on Monday`` is one of the Mondays between 2 December and 13 January."""
    interview = story.mention("alaska-december", story.words["interview"], "Monday")
    assert (interview["first_day"], interview["last_day"]) == (date(2024, 12, 2), date(2025, 1, 13))


def test_days_without_a_year_get_the_year_of_the_story(story: Story) -> None:
    """9 November and 15 August are of 2025 although the page gives no year."""
    days = {row["quote"]: (row["first_day"], row["last_day"]) for row in story.expressions("alaska-november")}
    ninth = next(value for quote, value in days.items() if "9th of November" in quote)
    fifteenth = next(value for quote, value in days.items() if "15th of August" in quote)
    assert ninth == (date(2025, 11, 9), date(2025, 11, 9))
    assert fifteenth == (SUMMIT_DAY, SUMMIT_DAY)


def test_months_and_seasons_find_their_years(story: Story) -> None:
    """The autumn of the referendums is 2022; the December of the last talks is 2025."""
    december = story.mention("alaska-january", story.words["december"], "in December")
    assert (december["first_day"], december["last_day"]) == (date(2025, 12, 1), date(2025, 12, 31))
    autumn = [row for row in story.expressions("alaska-december") if "autumn" in row["quote"]]
    assert [(row["first_day"], row["last_day"]) for row in autumn] == [(date(2022, 9, 1), date(2022, 11, 30))]


def test_two_years_of_referendums_are_two_events(story: Story) -> None:
    """``in 2014 and 2022`` is one vote in each year, not five in both."""
    votes = [
        row
        for row in story.mentions("alaska-before")
        if story.words["votes"] in row["sentence"] and row["event_type"] == "REFERENDUM"
    ]
    years = [(row["told_first_day"].year, row["told_last_day"].year) for row in votes if row["told_first_day"]]
    assert sorted(years) == [(2014, 2014), (2022, 2022)]


def test_no_negative_becomes_a_date_or_an_event(story: Story) -> None:
    """List headlines, percentages, careers and question marks stay what they are."""
    assert story.violated_negatives() == []


def test_a_block_printed_twice_counts_once(story: Story) -> None:
    """The body holds the block once, and a finding says so."""
    body = story.body("alaska-before")
    assert body.count(story.words["printed_twice"]) == 1
    assert len(story.rows("select * from findings where check_name = 'duplicate_block'")) == 1
    assert story.rows("select * from findings where check_name = 'duplicate_article'") == []


def test_sidebar_years_never_appear(story: Story) -> None:
    """2033 stands only in the page's list of links."""
    assert story.rows("select * from time_expressions where quote like '%2033%'") == []
    assert story.rows("select * from events where first_day >= date '2030-01-01'") == []


@pytest.mark.parametrize(
    "name", ["date_conflict", "order_conflict", "status_conflict", "occurred_after_publication", "stale_plan"]
)
def test_no_false_alarm(story: Story, name: str) -> None:
    """The five articles agree with each other wherever these checks look."""
    assert story.rows("select summary from findings where check_name = ?", name) == []


def test_explain_prints_quote_rule_and_interval_of_every_source(story: Story) -> None:
    """An analyst sees, for each article, the words, the rule and the days, and the history of statuses."""
    event_id = story.mention("alaska-before", "summit")["event_id"]
    printed = story.command("explain", event_id)
    assert printed.count("2025-08-15") >= 2
    for key in ("alaska-before", "alaska-november", "alaska-august", "alaska-january"):
        assert story.article(key)["source_uri"] in printed
    assert "planned" in printed
    assert "occurred" in printed
