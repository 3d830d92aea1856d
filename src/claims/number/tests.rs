//! Tables of numbers: what is read, and what is let pass.

use crate::claims::testing::{ignores, ignores_kind, reads, reads_among};

#[test]
fn numbers_are_read() {
    reads(&[
        ("5,000 prisoners were freed.", "5,000", "number 5000 [4750, 5250)"),
        (
            "Some 1.2 million people live there.",
            "Some 1.2 million",
            "number 1200000 about [1080000, 1320000]",
        ),
        ("It has 193 members.", "193", "number 193 [193, 193]"),
        ("12,34,567 voters", "12,34,567", "number 1234567 [1234567, 1234567]"),
        ("3bn people", "3bn", "number 3000000000 [2500000000, 3500000000)"),
        ("3 bn people", "3 bn", "number 3000000000"),
        ("40 000 birds", "40 000", "number 40000"),
        ("5’000 litas", "5’000", "number 5000"),
        ("12\u{202f}500 voters", "12\u{202f}500", "number 12500"),
        ("10 , 000 monkeys", "10 , 000", "number 10000"),
        ("−40 was read", "−40", "number -40 [-40, -40]"),
        ("30-odd thousand birds", "30-odd thousand", "number 30000 about"),
        ("twenty-odd thousand birds", "twenty-odd thousand", "number 20000 about"),
        ("between a third and a half of them", "between a third and a half", "number 0.333333333333..0.5"),
        (
            "Between a quarter and a third of them left.",
            "Between a quarter and a third",
            "number 0.25..0.333333333333",
        ),
        ("It fell from 40 to 38 million.", "from 40 to 38 million", "number 40000000..38000000"),
        ("It rose from 900 to 1.2 million.", "from 900 to 1.2 million", "number 900..1200000"),
        ("an error of plus or minus 3 points", "3", "number 3"),
        ("a reading of minus seven", "minus seven", "number -7"),
    ]);
}

#[test]
fn an_index_is_no_number() {
    ignores_kind("number", &["The 747's wings are long.", "a 12-bore gun", "a .22-calibre rifle"]);
    ignores_kind("number", &["by 21-17, 18-21, 21-19", "by 6-3, 2-6, 5-7, 6-1, 6-2"]);
    ignores(&["The S&P 500 fell.", "Standard & Poor's 500 fell.", "a six-figure sum or six figures"]);
}

#[test]
fn numbers_in_words_are_read() {
    reads(&[
        (
            "forty-five thousand three hundred and two birds",
            "forty-five thousand three hundred and two",
            "number 45302 [45302, 45302]",
        ),
        ("a dozen eggs", "a dozen", "number 12 [12, 12]"),
        ("3 dozens of them", "3 dozens", "number 36"),
        ("sold 1.2m cars", "1.2m", "number 1200000"),
        ("half a million readers", "half a million", "number 500000 [475000, 525000)"),
        ("two and a half million", "two and a half million", "number 2500000 [2450000, 2550000)"),
        ("7 million and a half", "7 million and a half", "number 7500000"),
        ("six hundred thousand men", "six hundred thousand", "number 600000"),
        ("4 hundred and 12 men", "4 hundred and 12", "number 412"),
        ("eight lakh twenty thousand", "eight lakh twenty thousand", "number 820000"),
        ("nine point seven five", "nine point seven five", "number 9.75"),
        ("twentyfive men", "twentyfive", "number 25"),
        ("half a dozen eggs", "half a dozen", "number 6 [6, 6]"),
        ("a half-dozen eggs", "a half-dozen", "number 6 [6, 6]"),
        ("a couple hundred goats", "a couple hundred", "number 200"),
        ("a couple of hundred goats", "a couple of hundred", "number 200 [100, 300)"),
        ("fifty - six boats", "fifty - six", "number 56"),
    ]);
}

#[test]
fn fractions_and_powers_are_read() {
    reads(&[
        ("two-thirds of voters", "two-thirds", "number 0.666666666667"),
        ("cut it by a third.", "a third", "number 0.333333333333"),
        ("7½ apples", "7½", "number 7.5"),
        ("3/4 of them", "3/4", "number 0.75"),
        ("one in four children", "one in four", "number 0.25"),
        ("nine out of ten cats", "nine out of ten", "number 0.9"),
        ("one half of it", "one half", "number 0.5"),
        ("two million and one half", "two million and one half", "number 2500000"),
        ("half of the town", "half", "number 0.5 [0.375, 0.625)"),
        ("six and a quarter", "six and a quarter", "number 6.25"),
        ("fifty and two fifths", "fifty and two fifths", "number 50.4"),
        ("two hundred thirty-fifths", "two hundred thirty-fifths", "number 5.714285714286"),
        ("one over eight", "one over eight", "number 0.125"),
        ("7 in 1,000 births", "7 in 1,000", "number 0.007"),
        ("1.5M users signed up", "1.5M", "number 1500000"),
        ("2.718,28 of them", "2.718,28", "number 2718.28 [2718.275, 2718.285)"),
        ("twelve (12) cats", "twelve (12)", "number 12 [12, 12]"),
        ("12 (twelve) cats", "12 (twelve)", "number 12 [12, 12]"),
        ("twelve (11) cats", "twelve", "number 12 [12, 12]"),
        ("5e6 cells", "5e6", "number 5000000 [4500000, 5500000)"),
        ("2.7 × 10−4 of it", "2.7 × 10−4", "number 0.00027"),
        ("sets of 3 x 10-12 lifts", "3", "number 3"),
        ("nearly two in five voters", "nearly two in five", "number 0.4 nearly"),
        ("lost two in five games", "two", "number 2"),
        ("a one-in-seven chance", "one-in-seven", "number 0.142857142857"),
        ("3 tenths of it", "3 tenths", "number 0.3"),
        ("1 and a half million of them", "1 and a half million", "number 1500000"),
        ("one and three-quarter million", "one and three-quarter million", "number 1750000"),
        ("half-a-dozen goats", "half-a-dozen", "number 6"),
        ("a couple of dozen goats", "a couple of dozen", "number 24"),
        ("7m voters stayed home", "7m", "number 7000000"),
        ("2,7 million of them", "2,7 million", "number 2700000"),
        ("marked 7,00 there", "7,00", "number 7"),
        ("drawn were 8,19,23,42.", "8", "number 8"),
        ("6.02 × 10^23 atoms", "6.02 × 10^23", "number 602000000000000000000000"),
        ("10⁶ cells", "10⁶", "number 1000000"),
        ("2^10 states", "2^10", "number 1024"),
        ("7.5E-3 of it", "7.5E-3", "number 0.0075"),
    ]);
}

#[test]
fn hedges_and_ranges_are_read() {
    reads(&[
        ("More than 38 million", "More than 38 million", "number 38000000 over (38000000, ∞)"),
        ("at least 12 dead", "at least 12", "number 12 at_least [12, ∞)"),
        ("up to 5,000 prisoners", "up to 5,000", "number 5000 up_to (∞, 5000]"),
        ("It went up to 5,001.", "5,001", "number 5001 [5001, 5001]"),
        ("It went as high as 5,000.", "as high as 5,000", "number 5000 up_to (∞, 5000]"),
        ("He moved up to 40.", "40", "number 40 [40, 40]"),
        ("He carried up to 40.", "up to 40", "number 40 up_to (∞, 40]"),
        ("exactly 5,000 prisoners", "exactly 5,000", "number 5000 exactly [5000, 5000]"),
        ("less than or equal to 9", "less than or equal to 9", "number 9 at_most (∞, 9]"),
        ("about 60 or more", "about 60 or more", "number 60 at_least [60, ∞)"),
        ("sales exceeded 700 in May", "exceeded 700", "number 700 over (700, ∞)"),
        ("x > 5", "> 5", "number 5 over (5, ∞)"),
        ("between 4,000 and 5,000 men", "between 4,000 and 5,000", "number 4000..5000 [4000, 5000]"),
        ("between one hundred and one thousand", "between one hundred and one thousand", "number 100..1000"),
        ("5-10 million birds", "5-10 million", "number 5000000..10000000 [5000000, 10000000]"),
        ("from 40 to 50 cases", "from 40 to 50", "number 40..50 [40, 50]"),
        ("30~90 of them", "30~90", "number 30..90 [30, 90]"),
        ("12 ± 3 of them", "12 ± 3", "number 12 [9, 15)"),
        ("above 20 and below 30", "above 20 and below 30", "number 20..30 (20, 30)"),
        ("at most 50 and at least 8", "at most 50 and at least 8", "number 8..50 [8, 50]"),
        ("hundreds of thousands of birds", "hundreds of thousands", "number 200000..1000000"),
        ("several hundred birds", "several hundred", "number 200..1000 [200, 1000]"),
        ("thirty-odd goats", "thirty-odd", "number 30 about"),
        ("40-plus goats", "40-plus", "number 40 at_least"),
        ("60 goats or more", "60", "number 60 at_least [60, ∞)"),
        ("60 black goats or fewer", "60", "number 60 at_most (∞, 60]"),
        ("60 goats or sheep", "60", "number 60 [60, 60]"),
        ("just shy of 60 goats", "just shy of 60", "number 60 nearly"),
        ("three to four hundred goats", "three to four hundred", "number 300..400"),
        ("two to three hundred thousand", "two to three hundred thousand", "number 200000..300000"),
        ("one to a thousand", "one to a thousand", "number 1..1000"),
        ("fifty to five hundred", "fifty to five hundred", "number 50..500"),
        ("15-20,000 goats", "15-20,000", "number 15000..20000"),
        ("1 to 5,000 goats", "1 to 5,000", "number 1..5000"),
        ("as few as 60 goats", "as few as 60", "number 60 at_least"),
        ("not quite 60 goats", "not quite 60", "number 60 nearly"),
        ("60 plus or minus 4 of them", "60 plus or minus 4", "number 60 [56, 64)"),
        (
            "above one third and below a half",
            "above one third and below a half",
            "number 0.333333333333..0.5",
        ),
    ]);
}

#[test]
fn names_with_numbers_are_no_claims() {
    ignores(&[
        "A Boeing 747 landed.",
        // Countries begin the names of holidays, and are no words of the language for that.
        "It ended Finland 3, Greece 1.",
        "Mexico 86 was hot.",
        "version 2.0 is out",
        "They took Route 66.",
        "Apollo 11 flew.",
        "see page 12",
        "the iPhone 15",
        "won 3-1 at home",
        "lost 1-3 at home",
        "leads the series 1-0",
        "at 10:30",
        "by 5 p.m.",
        "on 192.168.1.2",
        "https://example.org/2020/03",
        "see www.example.org/5/6",
        "mail bob.smith42@example.org",
        "the B52 and the F-16",
        "the sample (n=1,200)",
        "Covid-19",
        "v1.2.3",
        "call 555-0199",
        "call +44 20 7946 0018",
        "call +1 (212) 555-0199",
        "the G20",
        "a 4x4",
        "chapter 7",
        "at 12 Long Acre Road",
        "her book “44” sold",
        "Ocean's Eleven sold out",
        "as was shown [12] before",
        "1) the roof",
        "the old Kestrel 3.",
        "hash 3f5e9ab1",
        "behind PKS J0437.5+4715",
        "the 3M shares",
        "open from 0720",
        "ranked number one there",
        "call 0900 123 789",
        "call 020 7333 0199 now",
        "call (555) 333-0199 now",
        "on XQ 1247 home",
        "World War 2 began",
        "a 4K screen",
        "ran a 10K race",
        "Python 3.11 came",
        "a 9-to-5 job",
        "a 3-in-1 tool",
        "seat 14A was taken",
        "blood group 3B, in 1,2-xylene",
        "the FTSE 100 fell",
    ]);
}

#[test]
fn words_that_count_nothing_are_no_claims() {
    ignores_kind(
        "number",
        &[
            "no one came",
            "one of the men",
            "which one do you want",
            "that one is his",
            "the other one.",
            "the other half",
            "her better half said no",
            "a third man",
            "gross domestic product",
            "the score was high",
            "a two-party system",
            "ten-minute walk",
            "twenty-something",
            "a 50-50 chance",
            "a 4x4 car",
        ],
    );
}

#[test]
fn what_says_when_is_no_part_of_the_noun() {
    let nouns = |text: &str| {
        let claims = crate::claims::testing::claims_of(text);
        claims[0].noun.map(|noun| text[noun.range()].to_owned())
    };
    for (text, noun) in [
        ("It sold 48.5 million last year.", None),
        ("They shipped 6,200 next month.", None),
        ("It sold 310 boats last spring week.", Some("boats last spring week")),
        ("It sold 310 boats last week.", Some("boats")),
        ("The mill ground 40 sacks yesterday.", Some("sacks")),
        ("It has 12 current members.", Some("current members")),
    ] {
        assert_eq!(noun, nouns(text).as_deref(), "in {text:?}");
    }
}

#[test]
fn a_year_behind_in_opens_no_range() {
    let rose = "It grew from 32,000 in 1970 to 57,500 in 1985.";
    let mined = "It rose from 210 million tonnes in 1970 to 640 million tonnes.";
    for (text, words, expected) in [
        (rose, "32,000", "number 32000"),
        (rose, "1970", "date 1970"),
        (rose, "57,500", "number 57500"),
        (mined, "1970", "date 1970"),
        (mined, "640 million tonnes", "quantity 640000000 tonne"),
        ("seen in 1500 to 3000 wells", "1500 to 3000", "number 1500..3000"),
        ("a herd of 1970 to 2.5 thousand", "1970 to 2.5 thousand", "number 1970..2500"),
    ] {
        reads_among("2020-01-01", text, words, expected);
    }
}

#[test]
fn what_is_counted_may_stand_behind_a_hyphen() {
    reads(&[
        ("He lives in a 24-unit building.", "24", "number 24"),
        ("a 1,600-strong force", "1,600", "number 1600"),
        ("the 464-seat house", "464", "number 464"),
    ]);
    ignores(&[
        "a 3-in-1 tool",
        "a 14-under-par round",
        "a 3-D film",
        "a 486-based machine",
        "dated by C-14",
        "a 70-something neighbour",
        "a 4-4-2 formation",
        "a Category 4 storm",
        "under section 12(3) of it",
        "The odds went from 12-1 to 7-2.",
        "a 12-pack.",
        "a six-storey house",
    ]);
    ignores_kind("number", &["a 26-mile race", "a 20-euro note", "a 3-year term", "a 12-percent rise"]);
}

#[test]
fn an_hour_in_the_morning_counts_nothing() {
    ignores_kind(
        "number",
        &[
            "They left before six in the morning.",
            "open until 7 in the evening",
            "at about ten in the morning",
        ],
    );
    reads(&[
        ("They arrested 300 in the evening.", "300", "number 300"),
        ("The two in the front row left.", "two", "number 2 [2, 2]"),
        ("He found four in the mud.", "four", "number 4 [4, 4]"),
    ]);
}

#[test]
fn what_changes_by_a_part_or_comes_near_it_is_no_place_in_an_order() {
    reads(&[
        (
            "Between a third and a half of them died.",
            "Between a third and a half",
            "number 0.333333333333..0.5",
        ),
        ("A quarter to a third of them left.", "A quarter to a third", "number 0.25..0.333333333333"),
        ("A third or a half of it went.", "A third or a half", "number 0.333333333333..0.5"),
        ("It fell by a third last year.", "a third", "number 0.333333333333"),
        ("Turnover rose by a fifth to 310 m.", "a fifth", "number 0.2"),
        ("Nearly a third, or so, left.", "Nearly a third", "number 0.333333333333 nearly"),
        ("Nearly a third voted.", "Nearly a third", "number 0.333333333333 nearly"),
        ("cut by more than a quarter in a year", "more than a quarter", "number 0.25 over"),
        ("the half-million homes", "half-million", "number 500000"),
        ("the quarter-million homes", "quarter-million", "number 250000"),
        ("a quarter-thousand goats", "a quarter-thousand", "number 250"),
    ]);
    reads(&[
        ("seen by a third man", "third", "ordinal 3"),
        ("By a third reading it had changed.", "third", "ordinal 3"),
        ("a row over a third term", "third", "ordinal 3"),
    ]);
}

#[test]
fn a_slash_stands_between_a_quantity_and_the_same_in_another_unit() {
    for (text, words, expected) in [
        ("Bake at 180C/350F.", "350F", "quantity 350 degree_fahrenheit"),
        ("40 miles/64 km off", "64 km", "quantity 64 kilometre"),
    ] {
        reads_among("2020-01-01", text, words, expected);
    }
    ignores_kind("quantity", &["see 145/45 km", "page/45 km"]);
}

#[test]
fn what_something_came_to_is_no_end_of_a_range() {
    for (text, words, expected) in [
        ("Membership fell by 8 to 312.", "8", "number 8 [8, 8]"),
        ("Membership fell by 8 to 312.", "312", "number 312 [312, 312]"),
        ("Seats rose by two to 48.", "48", "number 48 [48, 48]"),
        // By so many or so many.
        ("Membership fell by 8 to 12.", "8 to 12", "number 8..12 [8, 12]"),
        ("Rates rose by 1 to 12 percent.", "1 to 12 percent", "percent 1..12 [1, 12]"),
        ("They come by 8 to 312 roads.", "8 to 312", "number 8..312 [8, 312]"),
    ] {
        reads_among("2024-05-14", text, words, expected);
    }
}

#[test]
fn a_count_behind_a_season_is_no_name_of_it() {
    reads(&[("Over the season 399,000 people came.", "399,000", "number 399000 [398500, 399500)")]);
    ignores(&["It was shown in season 4.", "Over the season 4 show", "It was on page 399."]);
}
