#!/usr/bin/env python3
"""Computes deadlines as a clerk with a paper calendar does, day by day, and writes them to deadlines.json: python3 deadlines.py > deadlines.json

It shares nothing with src/Orchestrator.Feel: dates are Python's, Easter is found as Clavius did it (golden number, epact, first Sunday after the
full moon; ours is the formula of Meeus, Jones and Butcher), the holidays are written down anew from law 260/1949 and its amendments, and every
term is counted by going from one day to the next. The sentences are those that docs/feel.md promises.
"""
import json
import random
from datetime import date, timedelta

ONE = timedelta(days=1)
DAYS = {"it": ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
        "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]}
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def easter(year):
    golden = year % 19 + 1
    century = year // 100 + 1
    dropped_leap_years = 3 * century // 4 - 12
    moon_correction = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - dropped_leap_years - 10
    epact = (11 * golden + 20 + moon_correction - dropped_leap_years) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full_moon = 44 - epact
    if full_moon < 21:
        full_moon += 30
    return date(year, 3, 1) + timedelta(days=full_moon + 7 - (sunday + full_moon) % 7 - 1)


def national(day):
    """The name of the national holiday of a day, in two languages."""
    if day.month == 1 and day.day == 1:
        return "Capodanno", "New Year's Day"
    if day.month == 1 and day.day == 6:
        return "Epifania", "Epiphany"
    if day.month == 4 and day.day == 25:
        return "Liberazione", "Liberation Day"
    if day.month == 5 and day.day == 1:
        return "Festa del lavoro", "Labour Day"
    if day.month == 6 and day.day == 2:
        return "Festa della Repubblica", "Republic Day"
    if day.month == 8 and day.day == 15:
        return "Assunzione", "Assumption"
    if day.year >= 2026 and day.month == 10 and day.day == 4:
        return "San Francesco d'Assisi", "Saint Francis of Assisi"
    if day.month == 11 and day.day == 1:
        return "Ognissanti", "All Saints' Day"
    if day.month == 12 and day.day == 8:
        return "Immacolata Concezione", "Immaculate Conception"
    if day.month == 12 and day.day == 25:
        return "Natale", "Christmas Day"
    if day.month == 12 and day.day == 26:
        return "Santo Stefano", "Saint Stephen's Day"
    if easter(day.year) + ONE == day:
        return "Lunedì dell'Angelo", "Easter Monday"
    return None


class Calendar:
    def __init__(self, name, version, saturdays, patron=None, closed=()):
        self.name, self.version, self.saturdays, self.patron, self.closed = name, version, saturdays, patron, closed

    def why(self, day):
        if self.patron and (day.month, day.day) == self.patron[0] and national(day) is None:
            return self.patron[1:]
        if national(day):
            return national(day)
        if day in self.closed:
            return "giorno di chiusura dell'ufficio", "closing day of the office"
        if day.isoweekday() == 7:
            return "domenica", "Sunday"
        if self.saturdays and day.isoweekday() == 6:
            return "sabato", "Saturday"
        return None


LEGAL = Calendar("legal", "it-2026.1", False)
OFFICE = Calendar("office", "it-torino-2026.1", True, ((6, 24), "San Giovanni, patrono di Torino", "Saint John, patron of Turin"))
NOVARA = Calendar("novara", "novara-2027.2", True, ((1, 22), "San Gaudenzio, patrono di Novara", "Saint Gaudentius, patron of Novara"),
                  (date(2027, 8, 16), date(2026, 12, 24), date(2027, 5, 31)))
ALBA = Calendar("alba", "alba-2026.1", False, ((7, 30), "San Lorenzo, patrono di Alba", "Saint Lawrence, patron of Alba"), (date(2026, 11, 2),))
DOCUMENT = {"calendars": [
    {"name": c.name, "version": c.version, "basedOn": "legal", "saturdayIsHoliday": c.saturdays,
     "yearly": [{"day": "%02d-%02d" % c.patron[0], "name": c.patron[1], "englishName": c.patron[2]}], "closed": [d.isoformat() for d in c.closed]}
    for c in (NOVARA, ALBA)]}


def shown(day, language):
    if language == "it":
        return "%s %02d/%02d/%04d" % (DAYS["it"][day.isoweekday() - 1], day.day, day.month, day.year)
    return "%s %d %s %04d" % (DAYS["en"][day.isoweekday() - 1], day.day, MONTHS[day.month - 1], day.year)


class Story:
    """The sentences of one explanation in both languages."""
    def __init__(self, calendar):
        self.it, self.en = [], []
        self.say("Calendario: %s (%s)." % (calendar.name, calendar.version), "Calendar: %s (%s)." % (calendar.name, calendar.version))

    def say(self, italian, english, day=None):
        for lines, text, language in ((self.it, italian, "it"), (self.en, english, "en")):
            if day:
                text = text.replace("DAY", shown(day, language))
            lines.append(text[0].upper() + text[1:])


CASES = []


def case(group, expression, today, result, story):
    CASES.append({"group": group, "expression": expression, "today": today.isoformat(), "result": result, "it": story.it, "en": story.en})


def at(day):
    return '@"%s"' % day.isoformat()


def step_month(day, months):
    """The day of the same number so many months later, and whether the month was too short."""
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    number = day.day
    while True:
        try:
            return date(year, month, number), number != day.day
        except ValueError:
            number -= 1


def term(group, start, days=None, months=None, calendar=LEGAL, today=None):
    today = today or start
    story = Story(calendar)
    story.say("il giorno di partenza, DAY, non si conta.", "the first day, DAY, does not count.", start)
    if months is None:
        last = start
        for _ in range(days):
            last += ONE
        story.say("Giorni contati: %d; si arriva a DAY." % days, "Days counted: %d; that leads to DAY." % days, last)
        duration = '@"P%dD"' % days
    else:
        last, short = step_month(start, months)
        story.say("Mesi contati: %d; si arriva a DAY." % months, "Months counted: %d; that leads to DAY." % months, last)
        if short:
            story.say("Il mese di arrivo non ha il giorno %d: vale il suo ultimo giorno." % start.day, "The month has no day %d: its last day takes the place." % start.day)
        duration = '@"P%dM"' % months
    while calendar.why(last):
        it, en = calendar.why(last)
        story.say("DAY è festivo (%s): il termine passa al giorno dopo." % it, "DAY is a holiday (%s): the term moves to the next day." % en, last)
        last += ONE
    if last.isoweekday() == 6:
        story.say("DAY non sposta il termine: per questo calendario il sabato non è festivo.", "DAY does not move the term: in this calendar a Saturday is no holiday.", last)
    story.say("Ultimo giorno utile: DAY.", "Last useful day: DAY.", last)
    late = 0
    while last + late * ONE < today:
        late += 1
    if late:
        story.say("Oggi è DAY: il termine è già scaduto, giorni di ritardo: %d." % late, "Today is DAY: the term is over already, days late: %d." % late, today)
    case(group, 'term end(%s, %s, "%s")' % (at(start), duration, calendar.name), today, at(last), story)


def skipped(story, day, calendar):
    it, en = calendar.why(day)
    story.say("DAY non si conta: %s." % it, "DAY does not count: %s." % en, day)


def add(group, start, count, calendar=OFFICE):
    story = Story(calendar)
    story.say("il giorno di partenza, DAY, non si conta.", "the first day, DAY, does not count.", start)
    day, found = start, 0
    while found != count:
        day += ONE if count > 0 else -ONE
        if calendar.why(day):
            skipped(story, day, calendar)
        else:
            found += 1 if count > 0 else -1
    story.say("Giorni lavorativi contati: %d; si arriva a DAY." % count, "Working days counted: %d; that leads to DAY." % count, day)
    call = 'next working day(%s, "%s")' % (at(start), calendar.name) if group == "next working day" else 'add working days(%s, %d, "%s")' % (at(start), count, calendar.name)
    case(group, call, start, at(day), story)


def between(group, start, end, calendar=OFFICE):
    story = Story(calendar)
    story.say("il giorno di partenza, DAY, non si conta.", "the first day, DAY, does not count.", start)
    day, count = start, 0
    way = ONE if end > start else -ONE
    while day != end:
        day += way
        if calendar.why(day):
            skipped(story, day, calendar)
        else:
            count += way.days
    story.say("Giorni lavorativi fino a DAY compreso: %d." % count, "Working days up to and including DAY: %d." % count, end)
    case(group, 'working days between(%s, %s, "%s")' % (at(start), at(end), calendar.name), start, str(count), story)


def holiday(group, day, calendar):
    story = Story(calendar)
    why = calendar.why(day)
    if why:
        story.say("DAY è festivo: %s." % why[0], "DAY is a holiday: %s." % why[1], day)
    else:
        story.say("DAY non è festivo.", "DAY is no holiday.", day)
    case(group, 'is holiday(%s, "%s")' % (at(day), calendar.name), day, "true" if why else "false", story)


def main():
    month = timedelta(days=30)
    for start in (date(2019, 12, 24), date(2019, 3, 1), date(2019, 3, 23), date(2020, 4, 1), date(2019, 12, 7)):
        term("vectors of processes 2.3", start, 30)
    for year in range(2016, 2041):
        term("Easter Monday", easter(year) + ONE - month, 30)
        term("Easter Sunday", easter(year) - month, 30)
        holiday("Easter Monday", easter(year) + ONE, LEGAL)
    for year in (2020, 2024, 2028, 2096):
        term("29 February", date(year, 2, 29) - month, 30)
        term("29 February", date(year, 2, 29), 30)
        term("29 February", date(year, 2, 29), months=12)
        term("29 February", date(year, 1, 31), months=1)
        term("29 February", date(year, 2, 28), 1, calendar=OFFICE)
    for year in (2025, 2026, 2027, 2100):
        term("29 February", date(year, 1, 31), months=1)
        term("29 February", date(year, 2, 27), 2)
    for year in range(2024, 2030):
        for calendar in (LEGAL, OFFICE):
            term("4 October", date(year, 10, 4) - month, 30, calendar=calendar)
        holiday("4 October", date(year, 10, 4), LEGAL)
        add("4 October", date(year, 10, 1), 3)
    for year in range(2025, 2030):
        term("patron day", date(year, 6, 24) - month, 30, calendar=OFFICE)
        term("patron day", date(year, 6, 24) - month, 30, calendar=LEGAL)
        term("patron day", date(year, 1, 22) - month, 30, calendar=NOVARA)
        holiday("patron day", date(year, 7, 30), ALBA)
        add("patron day", date(year, 6, 22), 2)
    for start in (date(2026, 10, 29), date(2026, 1, 1), date(2027, 2, 4), date(2025, 12, 4), date(2026, 4, 2), date(2027, 11, 25)):
        day = start
        while (day + month).isoweekday() != 6:
            day += ONE
        for calendar in (LEGAL, OFFICE, ALBA):
            term("Saturday under both rules", day, 30, calendar=calendar)
    for year in (2019, 2024, 2025, 2026, 2027):
        for day in (2, 7, 25, 26, 27, 31):
            term("across New Year", date(year, 12, day), 30)
        add("across New Year", date(year, 12, 23), 5)
        between("across New Year", date(year, 12, 20), date(year + 1, 1, 12))
    for start, late in ((date(2019, 12, 24), 1), (date(2026, 3, 6), 40), (date(2026, 9, 4), 2), (date(2027, 9, 4), 400), (date(2026, 10, 29), 0), (date(2026, 10, 29), 1)):
        last = start + month
        while LEGAL.why(last):
            last += ONE
        term("registered late", start, 30, today=last + late * ONE)
    for day in (date(2026, 12, 23), date(2027, 8, 13), date(2027, 5, 28), date(2026, 10, 30)):
        for calendar in (NOVARA, ALBA):
            add("next working day", day, 1, calendar)
    chance = random.Random(1929)
    for _ in range(30):
        start = date(2015, 1, 1) + timedelta(days=chance.randrange(6000))
        calendar = chance.choice((LEGAL, OFFICE, NOVARA, ALBA))
        term("any", start, chance.randrange(1, 120), calendar=calendar)
        add("any", start, chance.choice((-1, 1)) * chance.randrange(1, 25), calendar)
        between("any", start, start + timedelta(days=chance.randrange(-40, 40)), calendar)
    print('{"calendars": %s,' % json.dumps(DOCUMENT, ensure_ascii=False))
    print(' "cases": [')
    print(",\n".join(json.dumps(one, ensure_ascii=False) for one in CASES))
    print("]}")


main()
