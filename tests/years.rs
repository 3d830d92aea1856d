//! Years that follow from a day that is a fact: anniversaries, “twenty years after”, the age of what was founded.

mod common;

const FACTS: &str = "\
subjects:
  - subject: Quill Works
    called: [company, firm]
    founded: 12 May 1974
    source: register
    facts:
      - {id: staff, cues: [employees], is: 500 people}
  - subject: Ada Quill
    names: [Quill]
    born: 3 March 1920
    died: 2 June 1999
    source: register
  - subject: Orlo Rovers
    called: [club]
    founded: 1919
    source: register
  - subject: Kestrel Treaty
    called: [treaty]
    source: a book
    facts:
      - {id: signed, cues: [signed], is: 5 March 1921}
      - {id: in-force, cues: [entered into force], is: 1 July 1926}
  - subject: Quarry Fire
    source: a book
    facts:
      - {id: fire, cues: [broke out], is: 9 August 1968}
  - subject: NOVA
    source: a book
    facts:
      - {id: began, cues: [founded], is: 1974}
      - {id: sold, cues: [sold], is: 1994}
";

#[track_caller]
fn all(rows: &[(&str, &str)]) {
    common::all(FACTS, rows);
}

#[test]
fn an_anniversary_follows_from_the_day_of_foundation() {
    all(&[
        ("+founded", "Orlo Rovers celebrated its 100th anniversary in 2019."),
        ("!founded", "Orlo Rovers celebrated its 100th anniversary in 2018."),
        ("!founded", "In 2018 Orlo Rovers celebrated its centenary."),
        ("+founded", "In 2019, Orlo Rovers marked the centenary of its founding."),
        ("!founded", "Orlo Rovers is a club. The club's 100th anniversary was celebrated in 2020."),
        (
            "!founded",
            "Orlo Rovers is a club. On the 50th anniversary of its founding, in 1968, the club lost.",
        ),
        ("!founded", "Orlo Rovers' 75th anniversary fell in 1995."),
        ("+founded", "Quill Works marked its 40th anniversary on 12 May 2014."),
        ("!founded", "Quill Works marked its 40th anniversary on 12 May 2015."),
        (
            "!founded",
            "On 12 May 2015, the 40th anniversary of the foundation of Quill Works, the hall burnt down.",
        ),
        ("!founded", "The 25th anniversary of Quill Works was celebrated in 1989."),
    ]);
}

#[test]
fn an_anniversary_follows_from_every_day_that_is_a_fact() {
    all(&[
        ("+signed", "The 25th anniversary of the signing of the Kestrel Treaty was marked in 1946."),
        ("!signed", "The 25th anniversary of the signing of the Kestrel Treaty was marked in 1948."),
        ("+born", "The 50th anniversary of Ada Quill's birth was celebrated in 1970."),
        ("!born", "The 50th anniversary of Ada Quill's birth was celebrated in 1971."),
        ("!died", "In 2010 the town marked the tenth anniversary of the death of Ada Quill."),
        ("+died", "In 2009 the town marked the tenth anniversary of the death of Ada Quill."),
    ]);
}

#[test]
fn a_name_with_an_article_may_be_the_event_itself() {
    all(&[
        ("!fire", "The tenth anniversary of the Quarry Fire was marked in 1979."),
        ("+fire", "In 1978 the town marked the tenth anniversary of the Quarry Fire."),
        ("!began", "NOVA celebrated its 20th anniversary in 1995."),
        ("!began", "The 20th anniversary of NOVA was celebrated in 1995."),
        ("+began", "In 1994 NOVA celebrated its 20th anniversary."),
    ]);
}

#[test]
fn anniversaries_of_something_else_are_silent() {
    all(&[
        ("", "In 2018 Orlo Rovers prepared for its 100th anniversary."),
        ("", "In 2015 Orlo Rovers began to plan its 100th anniversary."),
        ("", "Since 2017 Orlo Rovers has celebrated its 100th anniversary."),
        ("", "By 2017 Orlo Rovers had celebrated its 100th anniversary."),
        ("", "Orlo Rovers will celebrate its 100th anniversary in 2020."),
        ("", "In 1999 Orlo Rovers celebrated the 100th anniversary of its first hall."),
        ("", "In 1999 Orlo Rovers celebrated the 100th anniversary of the town."),
        ("+founded", "Orlo Rovers celebrated the 50th anniversary of its founding in 1919."),
        ("", "The 25th anniversary of the Kestrel Treaty was marked in 1948."),
        ("", "In 1999 Orlo Rovers played Quill Works on its 100th anniversary."),
        ("", "In 1999 Orlo Rovers won the 100th anniversary cup."),
        ("", "In the 1990s Orlo Rovers celebrated its 100th anniversary."),
        ("", "Orlo Rovers celebrated its 50th anniversary and, in 1989, its 75th anniversary."),
        ("", "In 1999 Orlo Rovers celebrated its 100th anniversary, founded as it was in 1899."),
        ("", "Orlo Rovers celebrated its anniversary in 1999."),
        ("", "A crowd of 200 saw Orlo Rovers in 1999, before its 100th anniversary."),
    ]);
}

#[test]
fn years_after_a_day_that_is_a_fact_lead_to_a_date_or_another_fact() {
    all(&[
        ("+founded", "Thirty years after it was founded, in 2004, Quill Works closed."),
        ("!founded", "Thirty years after it was founded, in 2014, Quill Works closed."),
        ("!founded", "In 1990, twenty-five years after Quill Works was founded, the mill burnt down."),
        ("+founded", "Quill Works closed in 1990, 16 years after its founding."),
        ("!founded", "Quill Works closed in 1990, 19 years after its founding."),
        ("+founded", "Quill Works closed in 1990, 16 years after the company was founded."),
        ("!founded", "Ada Quill died 15 years after Quill Works was founded."),
        ("+founded", "Ada Quill died 25 years after Quill Works was founded."),
        ("!signed", "The Kestrel Treaty entered into force ten years after it was signed."),
        ("+signed", "The Kestrel Treaty entered into force five years after it was signed."),
        ("!signed", "Three decades after the Kestrel Treaty was signed, in 1980, it ended."),
        ("+signed", "Three decades after the Kestrel Treaty was signed, in 1949, it ended."),
    ]);
}

#[test]
fn years_after_something_else_are_silent() {
    all(&[
        ("", "About thirty years after it was founded, in 2014, Quill Works closed."),
        ("", "More than thirty years after it was founded, in 2014, Quill Works closed."),
        ("", "Quill married 20 years after Quill Works was founded."),
        ("+founded", "Thirty years after Quill Works was founded, in 1974, the firm closed."),
        ("+founded", "Thirty years after Quill Works was founded in 1974, the firm closed."),
        ("", "Thirty years after its founder died, in 2014, Quill Works closed."),
        ("", "Thirty years after the town around Quill Works was founded, in 2014, the mill closed."),
        ("", "Thirty years after Quill Works was founded by the town, in 2014, the mill closed."),
        ("", "Thirty months after Quill Works was founded, in 2014, the mill closed."),
        ("", "Quill Works would close thirty years after it was founded, in 2014."),
        ("", "Thirty years after Quill Works was founded, the mill of 1890 closed."),
        ("", "Thirty years after the war, in 2014, Quill Works closed."),
    ]);
}

#[test]
fn what_was_founded_has_an_age() {
    all(&[
        ("+founded", "Quill Works, now 27 years old, closed in 2001."),
        ("!founded", "Quill Works, now 25 years old, closed in 2001."),
        ("!founded", "The 40-year-old Quill Works closed in 2001."),
        ("", "Quill Works, 25, closed in 2001."),
        ("", "In 2001 Quill Works hired a 25-year-old engineer."),
        ("", "In 2001 the chief of Quill Works was 45 years old."),
        ("", "In 2001 Quill Works' 45-year-old chief left."),
        ("", "In 2001 Quill Works closed a hall that was 45 years old."),
        ("", "Quill Works, now 25 years old, is closed."),
    ]);
}
