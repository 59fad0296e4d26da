"""Support as a value: whom it names, for which country, from which place."""

from datetime import date

from integrate.domain.care import Emergency, Line, Support, SupportText


def line(name, *countries):
    return Line(
        name=name, countries=countries, call="1", last_checked=date(2026, 11, 23), source="a test"
    )


SUPPORT = Support(
    schema=1,
    changes="Numbers can change.",
    emergency_elsewhere="your local number",
    texts=(
        SupportText(origins=("arriving",), headline="First.", body="", order=("emergency",)),
        SupportText(origins=("key",), headline="Here.", body="", order=("people",)),
    ),
    emergencies=(Emergency(number="112", countries=("DE", "FR")),),
    lines=(line("everywhere", "*"), line("german", "DE"), line("both", "DE", "FR")),
)


def names(country):
    return [each.name for each in SUPPORT.lines_for(country)]


def test_a_countrys_own_lines_come_before_those_for_anywhere():
    assert names("DE") == ["german", "both", "everywhere"]
    assert names(" fr ") == ["both", "everywhere"]


def test_no_country_an_unknown_one_and_a_star_get_what_is_for_anywhere():
    assert names("") == names("XX") == names("*") == ["everywhere"]


def test_where_no_emergency_number_is_known_words_stand_in():
    assert SUPPORT.emergency_for("fr") == "112"
    assert SUPPORT.emergency_for("XX") == "your local number"


def test_an_origin_without_words_of_its_own_gets_those_of_the_key():
    assert SUPPORT.headline("arriving") == "First."
    assert SUPPORT.headline("somewhere") == "Here."


def test_every_country_is_named_once_in_order():
    assert SUPPORT.countries == ("DE", "FR")
