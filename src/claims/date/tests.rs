//! Tables of dates: what is read, with and without a document's date, and what is let pass.

use crate::claims::testing::{ignores_kind, reads, reads_on};

#[test]
fn dates_are_read() {
    let leap_day = "date 2020-02-29 [2020-02-29, 2020-02-29]";
    for text in [
        "29 February 2020",
        "29th February 2020",
        "29th of February, 2020",
        "February 29, 2020",
        "Feb. 29, 2020",
        "February 29th, 2020",
        "February the 29th, 2020",
        "Saturday, 29 February 2020",
        "Saturday 29 February 2020",
        "Saturday, February 29, 2020",
        "Sat., Feb. 29, 2020",
        "2020-02-29",
        "2020/02/29",
        "29.02.2020",
        "29/02/2020",
        "2/29/2020",
        "29-Feb-2020",
        "29/Feb/2020",
        "2020, February 29",
        "29 Feb ’20",
        "29Feb2020",
        "twenty-ninth of February 2020",
        "twenty-ninth of February, two thousand and twenty",
    ] {
        reads(&[(&format!("It was signed on {text}."), text, leap_day)]);
    }
    reads(&[
        ("in January 2020.", "January 2020", "date 2020-01 [2020-01-01, 2020-01-31]"),
        ("The 2008 crisis was deep.", "2008", "date 2008 [2008-01-01, 2008-12-31]"),
        ("the 1998 census", "1998", "date 1998 [1998-01-01, 1998-12-31]"),
        ("in 1989, when", "1989", "date 1989 [1989-01-01, 1989-12-31]"),
        ("on 5 March he", "5 March", "date XXXX-03-05"),
        ("on 03/04/2020", "03/04/2020", "date 2020-03-04 [2020-03-04, 2020-03-04]"),
        ("in nineteen eighty-four", "nineteen eighty-four", "date 1984"),
        ("paid on 9-18-15", "9-18-15", "date 2015-09-18"),
        ("the 9/2012 edition", "9/2012", "date 2012-09"),
        ("as of Aug 96", "Aug 96", "date 1996-08"),
        ("Caesar died in 44 BC.", "44 BC", "date BC0044"),
        ("erupted in AD 79", "AD 79", "date 0079"),
    ]);
}

#[test]
fn longer_stretches_are_read() {
    reads(&[
        ("in the 1990s", "the 1990s", "date 199"),
        ("in the late 1970s", "the late 1970s", "date 197"),
        ("the mid-’80s", "the mid-’80s", "date 198"),
        ("the nineteen fifties", "the nineteen fifties", "date 195"),
        ("in the 19th century", "the 19th century", "date 18 [1800-01-01, 1899-12-31]"),
        ("a fifth-century temple", "fifth-century", "date 04"),
        (
            "in the third quarter of 2005",
            "the third quarter of 2005",
            "date 2005-Q3 [2005-07-01, 2005-09-30]",
        ),
        ("since Q2 2019", "Q2 2019", "date_range 2019-Q2/"),
        ("in the first half of 2012", "the first half of 2012", "date 2012-H1"),
        ("the summer of 1969", "the summer of 1969", "date 1969-SU"),
        ("in mid-March 2011", "mid-March 2011", "date 2011-03 [2011-03-08, 2011-03-24]"),
        ("in 2020-W05", "2020-W05", "date 2020-W05 [2020-01-27, 2020-02-02]"),
        ("early in 2011", "early in 2011", "date 2011 [2011-01-01, 2011-07-02]"),
        ("in fiscal 2018", "fiscal 2018", "date 2018"),
        ("week 31 of 2018", "week 31 of 2018", "date 2018-W31"),
    ]);
}

#[test]
fn ranges_are_read() {
    reads(&[
        ("5–7 March 2020", "5–7 March 2020", "date_range 2020-03-05/2020-03-07 [2020-03-05, 2020-03-07]"),
        ("March 5 - 7, 2020", "March 5 - 7, 2020", "date_range 2020-03-05/2020-03-07"),
        ("from 5 to 7 March 2020", "from 5 to 7 March 2020", "date_range 2020-03-05/2020-03-07"),
        ("from March to May 2020", "from March to May 2020", "date_range 2020-03/2020-05"),
        ("from December to May 2022", "from December to May 2022", "date_range 2021-12/2022-05"),
        ("in 2010–15", "2010–15", "date_range 2010/2015"),
        (
            "on Tuesday-Wednesday, April 30-May 1, 2019",
            "Tuesday-Wednesday, April 30-May 1, 2019",
            "date_range 2019-04-30/2019-05-01",
        ),
        ("between 1985 and 1987", "between 1985 and 1987", "date_range 1985/1987"),
        ("from 2007 to the end of 2008", "from 2007 to the end of 2008", "date_range 2007/2008"),
        ("since 2014 he", "2014", "date_range 2014/ [2014-01-01, ∞)"),
        ("until 12 June 2001", "12 June 2001", "date_range /2001-06-12 (∞, 2001-06-12]"),
        ("before 2018", "2018", "date_range /2017-12-31"),
        ("after 3 May 2018", "3 May 2018", "date_range 2018-05-04/"),
        ("1 May 2012 - 3 June 2013", "1 May 2012 - 3 June 2013", "date_range 2012-05-01/2013-06-03"),
        ("the first two weeks of 2021", "the first two weeks of 2021", "date_range 2021-01-01/2021-01-14"),
    ]);
}

#[test]
fn relative_dates_count_from_the_documents_date() {
    // A Wednesday.
    reads_on(
        "2019-05-15",
        &[
            ("He left yesterday.", "yesterday", "date 2019-05-14"),
            ("He left on Monday.", "Monday", "date 2019-05-13"),
            ("He will leave on Monday.", "Monday", "date 2019-05-20"),
            ("He left last Tuesday.", "last Tuesday", "date 2019-05-07"),
            ("He leaves next Friday.", "next Friday", "date 2019-05-24"),
            ("Tuesday of next week", "Tuesday of next week", "date 2019-05-21"),
            ("He left last week.", "last week", "date 2019-W19"),
            ("It rose last month.", "last month", "date 2019-04"),
            ("a month ago", "a month ago", "date 2019-04"),
            ("two years ago", "two years ago", "date 2017"),
            ("nearly four years ago", "nearly four years ago", "date 2015 nearly"),
            ("ten days ago", "ten days ago", "date 2019-05-05"),
            ("He will come in three days.", "in three days", "date 2019-05-18"),
            ("two weeks after 3 May", "two weeks after 3 May", "date 2019-05-17"),
            ("It fell in December.", "December", "date 2018-12"),
            ("It will open in March.", "March", "date 2020-03"),
            ("in June last year", "June last year", "date 2018-06"),
            ("next year’s first quarter", "next year’s first quarter", "date 2020-Q1"),
            ("last summer", "last summer", "date 2018-SU"),
            ("the third Monday of March", "the third Monday of March", "date 2019-03-18"),
            ("the last week of July 2018", "the last week of July 2018", "date 2018-W31"),
            ("on the 21st.", "on the 21st", "date 2019-05-21"),
            ("at the end of the month.", "the end of the month", "date 2019-05"),
            ("the week after next", "the week after next", "date 2019-W22"),
            ("last weekend", "last weekend", "date 2019-W19-WE"),
            ("the past three months", "the past three months", "duration P3M"),
        ],
    );
}

#[test]
fn what_was_spoken_of_is_counted_from() {
    for (text, words, expected) in [
        ("It began in 1998. Three years later it ended.", "Three years later", "date 2001"),
        ("It began on 3 May 1998. The following day it ended.", "The following day", "date 1998-05-04"),
        ("It fell on 5 May 1998, then rose the next day.", "the next day", "date 1998-05-06"),
        (
            "In the third quarter of 2005 it earned 5, up from 4 a year earlier.",
            "a year earlier",
            "date 2004-Q3",
        ),
        ("He came in March 1956. That year he wed.", "That year", "date 1956"),
        // The year of a century is none.
        (
            "The church is of the 4th century. It opened at the start of the year.",
            "the start of the year",
            "date XXXX-XX-XX",
        ),
    ] {
        crate::claims::testing::reads_among("2010-01-01", text, words, expected);
    }
}

#[test]
fn holidays_are_read() {
    reads_on(
        "2019-05-15",
        &[
            ("on Christmas Day 2018", "Christmas Day 2018", "date 2018-12-25"),
            ("last Thanksgiving", "last Thanksgiving", "date 2018-11-22"),
            ("on Easter Monday 2017", "Easter Monday 2017", "date 2017-04-17"),
            ("this Memorial Day", "this Memorial Day", "date 2019-05-27"),
            ("on Labor Day weekend", "Labor Day weekend", "date 2019-W35-WE"),
            ("Rosh Hashanah 2018", "Rosh Hashanah 2018", "date_range 2018-09-09/2018-09-11"),
            ("Rosh Hashanah last year", "Rosh Hashanah last year", "date_range 2018-09-09/2018-09-11"),
            ("Deepavali last year", "Deepavali last year", "date 2018-11-07"),
            // New moon on both evenings.
            ("for Diwali 2024", "Diwali 2024", "date_range 2024-10-31/2024-11-01"),
            // Before this calendar.
            ("for Diwali 1740", "Diwali 1740", "date XXXX-XX-XX"),
        ],
    );
}

/// A longer name is another day than the one that its end is the name of.
#[test]
fn holidays_within_the_names_of_others_are_not_read() {
    reads_on(
        "2019-05-15",
        &[
            ("on Workers’ Memorial Day 2018", "Workers’ Memorial Day 2018", "date 2018-04-28"),
            ("on Holodomor Memorial Day 2018", "Holodomor Memorial Day 2018", "date 2018-11-24"),
            ("on Gold Star Mother's Day 2018", "Gold Star Mother's Day 2018", "date 2018-09-30"),
            (
                "on Juneteenth National Independence Day 2022",
                "Juneteenth National Independence Day 2022",
                "date 2022-06-19",
            ),
            ("on Mexico’s Independence Day 2018", "Mexico’s Independence Day 2018", "date 2018-09-16"),
            ("on Independence Day 2018", "Independence Day 2018", "date 2018-07-04"),
            ("on Italian Republic Day 2018", "Italian Republic Day 2018", "date 2018-06-02"),
            ("on POW/MIA Recognition Day 2021", "POW/MIA Recognition Day 2021", "date 2021-09-17"),
            ("on Orthodox Holy Saturday 2018", "Orthodox Holy Saturday 2018", "date 2018-04-07"),
        ],
    );
}

#[test]
fn words_of_holidays_alone_are_no_dates() {
    ignores_kind(
        "date",
        &[
            "A world first: aid came by day.",
            "They talk like a pirate all day.",
            "the international mountain race by day",
            "a towel for the day trip",
            "the gold star of the mothers",
            "The commonwealth was at peace by day.",
            "a battle of Britain's best",
            "Mexico's independence was hard won.",
            "The purple heart was hers.",
            "Seals and snow geese live in the wetlands of the world.",
            "a data privacy law",
            "the armed forces of the UK",
            "orange shirts by the dozen",
            "International customs differ.",
            "The asteroid passed by day.",
            "Stir up the pot.",
            "The women in engineering met.",
            "a kind world of vegans",
        ],
    );
}

#[test]
fn near_misses_are_no_dates() {
    ignores_kind(
        "date",
        &[
            "The quarter-finals are over.",
            "They met on Holocaust Memorial Day.",
            "Vietnam Veterans Day is marked with a march.",
            "The quarter-million-pound prize is his.",
            "A picture of 1920 x 1080 or 2048 × 1536 dots.",
            "March on Rome",
            "the third time in four years that so many came",
            "a second strike in a week.",
            "open 24/7",
            "a 24/7 service",
            "the 9/11 attacks",
            "May I go?",
            "He may 5,000 times",
            "this may result in",
            "that march was long",
            "the Sun said",
            "sat with the sun",
            "March 5,000 miles",
            "2,020 people",
            "2000 soldiers died",
            "1500 metres",
            "page 2 of May's book",
            "1/2/3",
            "version 10.11.12",
            "2020 per cent",
            "2014-08-32",
            "2012-1400",
            "3/4 of the votes",
            "the second decline",
            "the fall of Rome",
            "a spring in the mountains",
            "the day he died",
            "the year of the flood",
            "in his 30s",
            "a six-year-old boy",
            "two seconds later",
            "the first prize",
            "the week in which he came",
        ],
    );
}

#[test]
fn impossible_days_are_read_as_written() {
    reads(&[
        ("on 31 April 2020", "31 April 2020", "date 2020-04-31"),
        ("on Feb. 30 he", "Feb. 30", "date XXXX-02-30"),
    ]);
}

#[test]
fn days_behind_one_another_are_a_range() {
    reads(&[
        ("on May 8 and 9, 2015", "May 8 and 9, 2015", "date_range 2015-05-08/2015-05-09"),
        ("on 8 and 9 May 2015", "8 and 9 May 2015", "date_range 2015-05-08/2015-05-09"),
        ("on the 8th and 9th of May 2015", "the 8th and 9th of May 2015", "date_range 2015-05-08/2015-05-09"),
        ("on 8, 9 and 10 May 2015", "8, 9 and 10 May 2015", "date_range 2015-05-08/2015-05-10"),
        ("in March and April 2015", "March and April 2015", "date_range 2015-03/2015-04"),
        ("the March/April 2015 issue", "March/April 2015", "date_range 2015-03/2015-04"),
        ("in 2014/15", "2014/15", "date_range 2014/2015"),
        ("the 2014/2015 season", "the 2014/2015", "date_range 2014/2015"),
        ("in fiscal 2014/15", "2014/15", "date_range 2014/2015"),
        ("the academic year 2014/15", "2014/15", "date_range 2014/2015"),
        ("from March 19/April 2 on", "March 19", "date XXXX-03-19"),
        // What lies apart is no stretch of time, and people are counted.
        ("on May 8 and 19, 2015", "May 8", "date 2015-05-08"),
        ("On May 8 and 9 sailors", "May 8", "date XXXX-05-08"),
    ]);
    ignores_kind(
        "date_range",
        &[
            "Regulation 2014/35",
            "Regulation 2014/15",
            "in 2014/2018",
            "May 8 and 10",
            "Decision 1914/18",
            "in 1914/32",
            "SI 1974/37",
            "No. 2019/20",
        ],
    );
    reads(&[
        ("the war of 1914/18", "1914/18", "date_range 1914/1918"),
        ("the 1939/45 war", "the 1939/45", "date_range 1939/1945"),
        ("in the season 2019/20", "2019/20", "date_range 2019/2020"),
    ]);
}

#[test]
fn centuries_and_decades_have_parts() {
    let late = "the late 17th and early 18th centuries";
    reads(&[
        (late, late, "date_range 16/17"),
        (
            "from the fifth to the third century BC",
            "the fifth to the third century BC",
            "date_range BC04/BC02",
        ),
        ("the second half of the 17th century", "the second half of the 17th century", "date 16"),
        ("the first quarter of the 17th century", "the first quarter of the 17th century", "date 16"),
        ("the latter half of the 1870s", "the latter half of the 1870s", "date 187"),
        ("the early to mid 1870s", "the early to mid 1870s", "date 187 [1870-01-01, 1879-12-31]"),
        ("in the mid-to-late 1870s", "the mid-to-late 1870s", "date 187 [1870-01-01, 1879-12-31]"),
    ]);
    ignores_kind("date_range", &["the 8th and 9th floors", "the first and last century"]);
}

#[test]
fn weekdays_beside_a_day_are_read() {
    reads_on(
        "2019-05-15",
        &[
            ("the Friday before Christmas", "the Friday before Christmas", "date 2018-12-21"),
            ("the first Sunday after Easter 2019", "the first Sunday after Easter 2019", "date 2019-04-28"),
            (
                "the Monday after the first Sunday of May",
                "the Monday after the first Sunday of May",
                "date 2019-05-06",
            ),
            ("last Monday, 6 May", "last Monday, 6 May", "date 2019-05-06"),
            ("next Monday, May 20", "next Monday, May 20", "date 2019-05-20"),
            ("on Monday after Easter", "Monday", "date 2019-05-13"),
            ("this past Tuesday", "this past Tuesday", "date 2019-05-14"),
            ("this coming Friday", "this coming Friday", "date 2019-05-17"),
        ],
    );
}

#[test]
fn short_forms_of_business_are_read() {
    reads(&[
        ("in the '30s and '40s", "the '30s", "date 193"),
        ("in the early '20s", "the early '20s", "date 202"),
        ("He ruled from AD 98 to 117.", "from AD 98 to 117", "date_range 0098/0117"),
        ("Trajan (AD 98–117) ruled.", "AD 98–117", "date_range 0098/0117"),
        ("He led from AD 98 to 117 men.", "AD 98", "date 0098"),
        ("In 1990 Wall Street boomed.", "1990", "date 1990"),
        ("The 1929 Wall Street crash came.", "1929", "date 1929"),
        ("She was born in nineteen eighty-four.", "nineteen eighty-four", "date 1984"),
        ("the 2017 fiscal year", "the 2017 fiscal year", "date 2017"),
        ("It has 5 million (1996 est.).", "5 million", "number 5000000"),
        ("It opened by 1602 in Rome.", "1602", "date_range /1602"),
        ("in 3Q17", "3Q17", "date 2017-Q3"),
        ("in Q3'17", "Q3'17", "date 2017-Q3"),
        ("in 2H17", "2H17", "date 2017-H2"),
        ("the third fiscal quarter of 2017", "the third fiscal quarter of 2017", "date 2017-Q3"),
        ("the June 2017 quarter", "the June 2017 quarter", "date 2017-Q2"),
        ("from 3/4/2017-5/6/2018", "from 3/4/2017-5/6/2018", "date_range 2017-03-04/2018-05-06"),
        ("the final week of July 2017", "the final week of July 2017", "date 2017-W31"),
        ("the last days of July 2017", "the last days of July 2017", "date 2017-07"),
        ("its 1987 results", "1987", "date 1987"),
    ]);
    reads_on(
        "2017-05-15",
        &[
            ("the June quarter", "the June quarter", "date 2017-Q2"),
            ("the January-March quarter", "the January-March quarter", "date_range 2017-01/2017-03"),
            (
                "Sales fell in the April to June quarter of 2016.",
                "the April to June quarter of 2016",
                "date_range 2016-04/2016-06",
            ),
            ("Brent for July delivery rose.", "July", "date 2017-07"),
            ("The June contract fell.", "June", "date 2017-06"),
            ("He expects cuts by year-end.", "year-end", "date_range /2017-12-31"),
            ("It fell by year-end.", "year-end", "date_range /2016-12-31"),
            ("Its stock is up 90% in ten years.", "90%", "percent 90"),
            ("Rates will fall to 2% in two years.", "2%", "percent 2"),
            ("by EOY 2016", "EOY 2016", "date_range /2016"),
            ("by the end of month", "the end of month", "date_range /2017-05"),
            ("in the past three quarters", "the past three quarters", "date_range 2016-Q3/2017-Q1"),
            ("in the last fortnight", "the last fortnight", "duration P2W"),
            ("on an unspecified date in March", "March", "date 2018-03"),
        ],
    );
    ignores_kind(
        "date",
        &[
            "half of the 1987 voters were",
            "an end of day report",
            "at 1600 Pennsylvania Avenue",
            "He read Nineteen Eighty-Four.",
            "It is in the tens of millions.",
            "Gold rose by 1302 GMT.",
            "The curfew began at 8 p.m. (1700 GMT).",
            "as massive as the Sun.",
        ],
    );
}

#[test]
fn days_of_a_list_share_month_and_year() {
    for (text, words, expected) in [
        ("signed on May 5 and 19, 1998.", "May 5", "date 1998-05-05"),
        ("signed on May 5 and 19, 1998.", "19, 1998", "date 1998-05-19"),
        ("on 5 and 19 May 1998 they", "5", "date 1998-05-05"),
        ("on Oct. 12, 14 and 20, 2004 they", "14", "date 2004-10-14"),
        ("on the 2nd, 9th and 16th of July 2001", "9th", "date 2001-07-09"),
        ("on 12, 13 and 20 March 2009", "13", "date 2009-03-13"),
        ("on 5 May and 19 June 1998", "5 May", "date 1998-05-05"),
        ("on Monday, May 4, and Tuesday, June 2, 1998", "Monday, May 4", "date 2010-05-04"),
        ("on Monday, May 4 and Tuesday, June 2, 1998", "Monday, May 4", "date 1998-05-04"),
        ("in March and August 1998", "March", "date 1998-03"),
        ("in the summer and autumn of 2008", "in the summer", "date 2008-SU"),
        ("in Q1 and Q4 2008", "Q1", "date 2008-Q1"),
    ] {
        crate::claims::testing::reads_among("2010-07-01", text, words, expected);
    }
    reads(&[
        ("between May 5 and 19, 1998", "between May 5 and 19, 1998", "date_range 1998-05-05/1998-05-19"),
        (
            "in the first and second quarters of 2008",
            "the first and second quarters of 2008",
            "date_range 2008-Q1/2008-Q2",
        ),
        ("in 1850 or 1851", "1850 or 1851", "date_range 1850/1851"),
        ("in 2010–’15", "2010–’15", "date_range 2010/2015"),
        ("the 1920s-1930s", "the 1920s-1930s", "date_range 192/193"),
        // Another thought begins, or something is counted.
        ("on May 5, and June 1998 saw", "May 5", "date XXXX-05-05"),
        ("on May 5 and 19 of them", "May 5", "date XXXX-05-05"),
        ("RAIN TODAY", "TODAY", "date XXXX-XX-XX"),
    ]);
    ignores_kind(
        "date",
        &[
            "5 and 19 men",
            "1000 or 1500 men",
            "both 5 and 19 percent",
            "in 2010 or 2015 men came",
            "in the 80s and hot",
        ],
    );
    ignores_kind("date_range", &["the second and fourth quarters of 2008"]);
    ignores_kind("duration", &["in the 80s", "the 1920s–30s"]);
}

#[test]
fn what_is_told_is_past() {
    // A Tuesday.
    reads_on(
        "2012-11-20",
        &[
            ("The vote was on 10 February in Paris.", "10 February", "date 2012-02-10"),
            ("The vote, held on Jan. 9, failed.", "Jan. 9", "date 2012-01-09"),
            ("He died on 3 December.", "3 December", "date 2011-12-03"),
            ("It fell on the 3rd of March.", "the 3rd of March", "date 2012-03-03"),
            ("The vote will be on 10 February.", "10 February", "date 2013-02-10"),
            ("It is to be held on 3 December.", "3 December", "date 2012-12-03"),
            ("It will be held on 3 May.", "3 May", "date 2013-05-03"),
            ("It will be held on Friday, 3 May.", "Friday, 3 May", "date 2013-05-03"),
            ("He announced an election on 3 December.", "3 December", "date 2012-12-03"),
            ("It is booked from 6 to 8 June.", "from 6 to 8 June", "date_range 2012-06-06/2012-06-08"),
            ("Workers are to strike on Saturday.", "Saturday", "date 2012-11-24"),
            ("The fair begins on Friday.", "Friday", "date 2012-11-23"),
            ("It will report in the summer.", "in the summer", "date 2013-SU"),
            ("It reported in the summer.", "in the summer", "date 2012-SU"),
            (
                "It fell in the third and fourth quarters.",
                "the third and fourth quarters",
                "date_range 2012-Q3/2012-Q4",
            ),
            (
                "It fell in the second and third quarters.",
                "the second and third quarters",
                "date_range 2012-Q2/2012-Q3",
            ),
            ("It will grow in the first quarter.", "the first quarter", "date 2013-Q1"),
            ("It will tell of the third quarter.", "the third quarter", "date 2012-Q3"),
            (
                "It lasted from Monday to Wednesday.",
                "from Monday to Wednesday",
                "date_range 2012-11-12/2012-11-14",
            ),
            (
                "It will last from Monday to Wednesday.",
                "from Monday to Wednesday",
                "date_range 2012-11-26/2012-11-28",
            ),
            ("They will meet at the weekend.", "the weekend", "date 2012-W47-WE"),
            ("They met over the weekend.", "the weekend", "date 2012-W46-WE"),
            ("They met ahead of the weekend.", "the weekend", "date 2012-W47-WE"),
            ("It fell ahead of a weekend vote.", "weekend", "date 2012-W47-WE"),
            ("They met in the winter.", "in the winter", "date 2011-WI"),
            ("He ruled from 1998 to the present.", "from 1998 to the present", "date_range 1998/2012-11-20"),
            ("in office 2001–present", "2001–present", "date_range 2001/2012-11-20"),
            ("By end-2014 it was done.", "end-2014", "date_range /2014"),
            ("The end-to-end test of 2014", "2014", "date 2014"),
            ("They met at Easter.", "Easter", "date 2012-04-08"),
            ("They will meet at Easter.", "Easter", "date 2013-03-31"),
            ("He leaves this Monday.", "this Monday", "date 2012-11-26"),
            ("He arrived this Monday.", "this Monday", "date 2012-11-19"),
            ("They met on Thanksgiving two years ago.", "Thanksgiving two years ago", "date 2010-11-25"),
            ("In March a year later it fell.", "March a year later", "date 2013-03"),
            ("It burnt 50 years ago today.", "50 years ago today", "date 1962-11-20"),
            ("It burnt six months ago today.", "six months ago today", "date 2012-05-20"),
            ("It burnt a hundred years ago.", "a hundred years ago", "date 1912"),
            ("It said that two days from now, it ends", "two days from now", "date 2012-11-22"),
            (
                "It will be shut from October to January.",
                "from October to January",
                "date_range 2012-10/2013-01",
            ),
            ("It will be shut from March to May.", "from March to May", "date_range 2013-03/2013-05"),
            ("They searched for ways around Monday's ruling.", "Monday", "date 2012-11-19"),
        ],
    );
}

#[test]
fn other_ways_to_write_periods_are_read() {
    reads(&[
        ("in 2018Q1", "2018Q1", "date 2018-Q1"),
        ("in Q1FY25", "Q1FY25", "date 2025-Q1"),
        ("in Q3 FY24 profit fell", "Q3 FY24", "date 2024-Q3"),
        ("its Q2'24 results", "Q2'24", "date 2024-Q2"),
        (
            "the third day of May one thousand nine hundred and sixty-nine",
            "the third day of May one thousand nine hundred and sixty-nine",
            "date 1969-05-03",
        ),
        ("in FY2024 Q3", "FY2024 Q3", "date 2024-Q3"),
        ("in H1 of FY24", "H1 of FY24", "date 2024-H1"),
        ("built between 1283 and 1289 for him", "between 1283 and 1289", "date_range 1283/1289"),
        ("consecrated c. 1120 and", "c. 1120", "date 1120 about"),
        ("in about 1340 he came", "about 1340", "date 1340 about"),
        ("from 18 May 872 to", "18 May 872", "date 0872-05-18"),
        ("on May 18, 872, he", "May 18, 872", "date 0872-05-18"),
        ("On 18 May 872 people came.", "18 May", "date XXXX-05-18"),
        ("On May 18, 872 of them came.", "May 18", "date XXXX-05-18"),
        (
            "the late 3rd or early 2nd century BC",
            "the late 3rd or early 2nd century BC",
            "date_range BC02/BC01",
        ),
        ("in Q1/2018", "Q1/2018", "date 2018-Q1"),
        ("in H2/2020", "H2/2020", "date 2020-H2"),
        ("in week 23, 2021", "week 23, 2021", "date 2021-W23"),
        ("in FY 2018/19", "FY 2018/19", "date_range 2018/2019"),
        ("in the winter of 2010-11", "the winter of 2010-11", "date 2010-WI [2010-08-01, 2011-03-31]"),
        ("in winter 2010/2011", "winter 2010/2011", "date 2010-WI"),
        ("the weekend of March 3-4, 2012", "the weekend of March 3-4, 2012", "date 2012-W09-WE"),
        ("on the weekend of 3 March 2012", "the weekend of 3 March 2012", "date 2012-W09-WE"),
        ("the week of 3-9 March 2012", "the week of 3-9 March 2012", "date 2012-W09"),
        ("in the year 247", "the year 247", "date 0247"),
        ("on 10 August 88 CE", "10 August 88 CE", "date 0088-08-10"),
        ("on August-10, 2012", "August-10, 2012", "date 2012-08-10"),
        ("the first half of May 2012", "the first half of May 2012", "date 2012-05"),
        ("from 300 to 200 BC", "from 300 to 200 BC", "date_range BC0300/BC0200"),
        ("in 44–30 BC", "44–30 BC", "date_range BC0044/BC0030"),
        ("open until at least 2014", "2014", "date_range /2014"),
        ("known since at least 1998", "1998", "date_range 1998/"),
    ]);
    reads_on(
        "2012-11-20",
        &[
            ("in the year to date", "the year to date", "date 2012"),
            ("It opened in spring last year.", "spring last year", "date 2011-SP"),
            ("in summer of that year", "summer of that year", "date 2012-SU"),
            ("saw prices fall last year", "last year", "date 2011"),
            ("in the quarter to June", "the quarter", "date 2012-Q3"),
            ("They meet on Saturday 17.", "Saturday 17", "date 2012-11-17"),
            ("On Friday 17 people died.", "Friday", "date 2012-11-16"),
            ("They won on Sunday 4-2.", "Sunday", "date 2012-11-18"),
        ],
    );
    ignores_kind(
        "date",
        &[
            "as USA Today has it",
            "the Today programme",
            "Year 9 pupils",
            "the year 100 men came",
            "the month to date",
            "between 1283 and 1289 men",
            "between 1210 and 1220 kg",
            "Between 1215 and 1217 of them",
            "between 1100 and 1250 were lost",
            "about c. 1120 people",
            "circa 1200 coins",
            "in about 1200 cases",
            "rose to about 1340 and",
            "Two May weddings",
        ],
    );
}
