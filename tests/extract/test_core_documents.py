"""What texts on regions tell most: small parts of it in the words of each language, the field asked for beside them."""

from __future__ import annotations

import pytest

from hamkor.model import Document
from hamkor.model.statements import Statements
from hamkor.pipeline import read_document


def read(text: str) -> Statements:
    return read_document(Document(id="x", text=text, digest="0", published="2025-11-14")).statements


NATIONS = [
    ("Forumda 120 dan ortiq turk kompaniyasi qatnashdi.", 120, "TR"),
    ("Forumda 25 koreys tadbirkori qatnashdi.", 25, "KR"),
    ("Viloyatda 55 xitoy korxonasi faoliyat yuritmoqda.", 55, "CN"),
    ("Шаҳарга 65 минг рус сайёҳи келди.", 65000, "RU"),
    ("Көрмеге 45 неміс өндірушісі қатысты.", 45, "DE"),
]


@pytest.mark.parametrize(("text", "number", "partner"), NATIONS)
def test_a_nation_may_stand_between_a_number_and_its_noun(text: str, number: int, partner: str) -> None:
    [figure] = read(text).observations
    assert (figure.obs_value, figure.counterpart_area or figure.ref_area) == (number, partner)


COMING = [
    ("Qanot Sharq will launch twice-weekly flights between Urgench and Chengdu from April.", "2026-04"),
    ("The airline will launch a bus route between Osh and Kashgar from June.", "2026-06"),
    ("Авиакомпания Казахстана откроет рейсы в Ургенч с апреля.", "2026-04"),
    ("Қазақстан әуекомпаниясы сәуірден бастап Үргенішке рейс ашады.", "2026-04"),
    ("Qozog‘iston aviakompaniyasi apreldan Urganchga parvozlarni yo‘lga qo‘yadi.", "2026-04"),
    ("Uzbekistan and Korea agreed to open a clinic in Navoi by mid-2027.", "2027"),
    ("Uzbekistan and Korea agreed to open a clinic in Navoi before end-2026.", "2026"),
]


@pytest.mark.parametrize(("text", "due"), COMING)
def test_a_month_without_its_year_and_the_middle_of_one_are_terms(text: str, due: str) -> None:
    found = read(text)
    assert [(c.due.start if c.due else None) for c in found.commitments] == [due]
    assert [(e.status, e.date.start if e.date else None) for e in found.events] == [("planned", due)]


def test_what_is_unlike_is_not_one_told_twice() -> None:
    found = read(
        "Узбекистан и Корея договорились открыть школу в 2027 году. Они договорились открыть завод в 2027 году."
    )
    assert [c.sector for c in found.commitments] == ["education", "industry"]


def test_expo_2017_names_no_year() -> None:
    assert [c.due for c in read("The sides will open a clinic at Expo-2017.").commitments] == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hokim elchi bilan uchrashdi. Bu haqda viloyat hokimligi axborot xizmati xabar berdi.", "viloyat hokimligi"),
        ("Ҳоким элчи билан учрашди. Бу ҳақда ҳокимлик матбуот хизмати хабар берди.", "ҳокимлик"),
    ],
)
def test_a_credit_begins_behind_the_words_that_lead_to_it(text: str, name: str) -> None:
    found = read_document(Document(id="x", text=text, digest="0")).prepared.attributed_to
    assert [one.startswith(name) for one in found] == [True]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("The parties signed a memorandum and agreed to build a $12 million brick plant.", "projects_value"),
        ("Тараптар меморандумға қол қойып, 12 млн долларлық кірпіш зауытын салуға келісті.", "projects_value"),
        ("The parties signed a $12 million contract for bricks.", "agreements_value"),
        ("Eleven documents worth a total of $75 million were signed.", "agreements_value"),
    ],
)
def test_an_amount_before_a_thing_is_what_that_costs(text: str, indicator: str) -> None:
    assert [o.indicator for o in read(text).observations if o.unit_measure == "USD"] == [indicator]


AGAIN = [
    ("Көрші елге негізінен көмір жөнелтіледі.", []),
    ("Тәжікстанға жыл сайын дәрі-дәрмек жіберіледі.", []),
    ("Qozog'istonga asosan meva va sabzavot eksport qilinadi.", []),
    ("Қозоғистонга ҳар йили узум жўнатилади.", []),
    ("Қозоғистонга 2027 йилдан ҳар йили узум жўнатилади.", ["planned"]),
    ("Kelasi yil Qozog'istonga uzum jo'natiladi.", ["planned"]),
]


@pytest.mark.parametrize(("text", "stages"), AGAIN)
def test_what_is_done_again_and_again_is_no_plan(text: str, stages: list[str]) -> None:
    """Verbs that tell of now as of later, beside a word that says how often."""
    assert [c.stage for c in read(text).commitments] == stages


def read_titled(title: str, text: str) -> Statements:
    return read_document(Document(id="x", text=text, title=title, digest="0", published="2025-11-14")).statements


COMERS = [
    (
        "Шыңжаңнан келген туристер саны екі еселенді",
        "Алматы облысының туризм басқармасы маусымды қорытындылады. Тоғыз айда өңірге 19 мың турист келді. "
        "Ресейден 74 мың, Қытайдан 18 мың саяхатшы келді.",
    ),
    (
        "Туристы из Синьцзяна едут в горы",
        "Управление туризма Алматинской области подвело итоги сезона. За девять месяцев в регион прибыло 19 тысяч "
        "туристов. Из России приехали 74 тысячи, из Китая — 18 тысяч туристов.",
    ),
    (
        "Tourists from Xinjiang double",
        "The tourism department of Almaty region has summed up the season. In nine months 19,000 tourists came to the "
        "region. From Russia came 74,000 and from China 18,000 tourists.",
    ),
]


@pytest.mark.parametrize(("title", "text"), COMERS)
def test_a_title_on_those_who_come_leaves_the_text_to_their_hosts(title: str, text: str) -> None:
    told = [(o.obs_value, o.ref_area, o.counterpart_area) for o in read_titled(title, text).observations]
    assert told == [(19000, "KZ-19", None), (74000, "KZ-19", "RU"), (18000, "KZ-19", "CN")]


WORTH = [
    ("Форумда жалпы құны 75 млн доллар болатын 14 құжатқа қол қойылды.", "agreements_value"),
    ("Форумда жалпы құны 75 млн доллар болатын келісімдерге қол қойылды.", "agreements_value"),
    ("Forumda umumiy qiymati 75 mln dollar bo'lgan 11 ta hujjat imzolandi.", "agreements_value"),
    ("Форумда умумий қиймати 75 млн доллар бўлган 11 та ҳужжат имзоланди.", "agreements_value"),
    ("Облыста жалпы құны 75 млн доллар болатын 8 жоба жүзеге асырылып жатыр.", "projects_value"),
]


@pytest.mark.parametrize(("text", "indicator"), WORTH)
def test_the_word_for_a_cost_tells_only_what_papers_are_worth(text: str, indicator: str) -> None:
    assert [o.indicator for o in read(text).observations if o.unit_measure == "USD"] == [indicator]


NAMESAKES = [
    ("Порт президенті Абай Түрікпенбаев сөйледі.", "Абай Түрікпенбаев", "business", None),
    ("Президент порта Абай Туркпенбаев рассказал.", "Абай Туркпенбаев", "business", None),
    ("Abai Turkpenbayev, president of the port, spoke.", "Abai Turkpenbayev", "business", None),
    ("Абай облысының әкімі Берік Уәли сөйледі.", "Берік Уәли", "governor", "KZ-10"),
    ("Uzbek Minister Laziz Qodirov spoke.", "Laziz Qodirov", "minister", "UZ"),
]


@pytest.mark.parametrize(("text", "name", "position", "area"), NAMESAKES)
def test_a_given_name_before_a_surname_is_no_region(text: str, name: str, position: str, area: str | None) -> None:
    assert [(p.name, p.position, p.area) for p in read(text).people] == [(name, position, area)]


PARTLY = [
    "Қонақүйдің құрылысы 40 пайызға аяқталған.",
    "Строительство гостиницы завершено на 40 процентов.",
    "The hotel was completed by 40 percent.",
    "Mehmonxona qurilishi 40 foizga yakunlandi.",
    "Меҳмонхона қурилиши 40 фоизга якунланди.",
]


@pytest.mark.parametrize("text", PARTLY)
def test_what_is_done_to_a_percentage_is_under_way(text: str) -> None:
    assert [c.stage for c in read(text).commitments] == ["in_progress"]


INVITED = [
    "Елші әкім Болат Ерғазинмен кездесті. Жиын соңында оны 2026 жылғы сәуірде өтетін форумға шақырды.",
    "Посол Рустам Холматов встретился с акимом. По итогам встречи его пригласили на форум, который пройдёт в апреле "
    "2026 года.",
]


@pytest.mark.parametrize("text", INVITED)
def test_a_meeting_has_not_the_day_of_what_one_is_invited_to(text: str) -> None:
    events = {e.type: e.date and e.date.start for e in read(text).events}
    assert events == {"meeting": None, "forum": "2026-04"}


def test_a_term_behind_another_promise_is_of_that_one() -> None:
    found = read(
        "«Зафар Нон» фирмасы ұн сатып алуға ниет білдірді. Инвесторлар май зауытын салмақ, жоба 2027 жылы аяқталады."
    )
    assert [c.due and c.due.start for c in found.commitments] == [None, "2027"]


def test_a_noun_that_ends_like_an_intention_is_none() -> None:
    found = read("Келесі жылы Түркия инвесторлары дәрі-дәрмек зауытын салмақ.").commitments
    assert [(c.stage, c.due and c.due.start) for c in found] == [("planned", "2026")]


SOLD = [
    (
        "Қостанай облысының «Тобыл» компаниясы өзбекстандық «Don» фирмасымен 120 мың тонна бидай жеткізуге келісті.",
        "UZ",
    ),
    (
        "Қостанай облысының «Тобыл» компаниясы Тәжікстанның «Нон» фирмасымен 120 мың тонна бидай жеткізуге келісті.",
        "TJ",
    ),
]


@pytest.mark.parametrize(("text", "buyer"), SOLD)
def test_the_ending_of_a_firm_tells_of_its_country(text: str, buyer: str) -> None:
    [figure] = read(text).observations
    assert (figure.indicator, figure.ref_area, figure.counterpart_area) == ("exports", "KZ-39", buyer)


def test_the_country_at_large_is_not_the_partner_told_before() -> None:
    found = read("Энергетика министрі Ерлан Ақкенжин айтты. Ресейге 3 млрд кВт·сағ кетті. Ел бойынша 90 млрд кВт·сағ.")
    assert [(o.ref_area, o.counterpart_area) for o in found.observations][1:] == [("KZ", None)]


FOLLOWING = [
    ("Фабрика 2027 жылы ашылып, 400 адамды жұмыспен қамтиды.", ["planned"]),
    ("Зауыт ашылып, облысқа жаңа технология енгізілді.", ["completed"]),
]


@pytest.mark.parametrize(("text", "stages"), FOLLOWING)
def test_a_verb_that_goes_on_has_the_stage_of_the_next(text: str, stages: list[str]) -> None:
    assert [c.stage for c in read(text).commitments][:1] == stages


def test_results_of_nine_months_date_what_follows() -> None:
    found = read(
        "Департамент сыртқы сауданың тоғыз айлық қорытындысын жариялады.\n\n"
        "Экспорт 512 млн долларды құрап, 18,2%-ға өсті. Импорт 203 млн доллар болды."
    )
    assert {str(o.time_period) for o in found.observations} == {"2025-01/2025-09"}


def test_goods_sent_to_a_neighbour_are_exports_and_so_is_their_worth() -> None:
    found = read("Жыл басынан бері көрші елге 3,2 мың тонна сүт өнімі жіберілді, оның жалпы құны 5,4 миллион доллар.")
    assert [o.indicator for o in found.observations] == ["exports", "exports"]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Екі облыс арасында аптасына үш рет жолаушылар пойызы қатынайды.", []),
        (
            "Астана мен Ташкент арасында пойыз 2026 жылғы 1 маусымнан бастап жүреді.",
            [("opening", "planned")],
        ),
        (
            "Өңірлер алдағы бес жылға арналған бағдарламаға қол қойды.",
            [("signing", "held")],
        ),
    ],
)
def test_what_runs_is_no_opening_and_a_programme_to_come_may_be_signed(
    text: str, events: list[tuple[str, str]]
) -> None:
    assert [(e.type, e.status) for e in read(text).events] == events


def test_days_of_a_visit_are_no_figure() -> None:
    assert read("Хоким екі күндік сапармен Түркістан облысына келді.").observations == ()
    assert [o.obs_value for o in read("Бұхараға төрт күндік сапардың құны 185 мың теңге.").observations][-1] == 185000


SEATS = ["Қонақүй 300 орынға есептелген.", "Облыста 300 орындық қонақүй салынды."]


@pytest.mark.parametrize("text", SEATS)
def test_seats_are_a_capacity(text: str) -> None:
    assert [(o.indicator, o.obs_value) for o in read(text).observations] == [("capacity", 300)]


def test_a_place_in_a_row_is_none() -> None:
    assert read("Қазақстан командасы 12 орынға көтерілді.").observations == ()


@pytest.mark.parametrize("published", ["2024-06-01", "2025-11-14", "2026-01-05"])
def test_the_last_days_of_february_are_read_in_any_year(published: str) -> None:
    """A year later, or earlier, may have no 29 February: the whole document was refused."""
    text = "Казахстан и Узбекистан проведут форум 25–29 февраля в Актау. Форум прошёл 25–29 февраля."
    found = read_document(Document(id="x", text=text, digest="0", published=published)).statements
    assert {event.type for event in found.events} == {"forum"}


def test_few_countries_and_regions_are_no_figures() -> None:
    text = "Трубопровод пройдёт через 5 областей. The line will cross 5 regions and 6 countries."
    assert read(text).observations == ()


@pytest.mark.parametrize(
    "text",
    [
        "Bir tonna donning o‘rtacha narxi 235 dollarni tashkil qilmoqda.",
        "Бир тонна доннинг ўртача нархи 235 долларни ташкил қилмоқда.",
        "Средняя цена одной тонны зерна — 235 долларов.",
    ],
)
def test_what_a_price_is_of_is_no_figure(text: str) -> None:
    assert [f.indicator for f in read(text).observations] == ["tariff"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Energetika vazirligi Qirg‘iziston bilan bitim imzoladi.", "Energetika vazirligi"),
        ("Соғлиқни сақлаш вазирлиги Қирғизистон билан битим имзолади.", "Соғлиқни сақлаш вазирлиги"),
        ("Tadbirda Bojxona instituti rektori qatnashdi.", "Bojxona instituti"),
    ],
)
def test_a_first_word_with_the_ending_of_a_case_may_be_of_a_name(text: str, name: str) -> None:
    assert [o.name for o in read(text).organisations] == [name]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Muzokaralarda hokim savdo 2024-yilda 18 mln dollarga yetganini aytdi.", ("held", None)),
        ("Музокараларда ҳоким савдо 2024 йилда 18 млн долларга етганини айтди.", ("held", None)),
        ("Келіссөздерде әкім сауда 2024 жылы 18 млн долларға жеткенін айтты.", ("held", None)),
        ("Tomonlar kelasi yili shifokorlar kongressini o‘tkazishga kelishdi.", ("planned", "2026")),
        ("Томонлар келаси йили шифокорлар конгрессини ўтказишга келишди.", ("planned", "2026")),
        ("Forumda tomonlar zavod qurishga kelishib oldi.", ("held", None)),
    ],
)
def test_what_is_told_at_talks_dates_none_and_what_was_agreed_on_is_to_come(
    text: str, told: tuple[str, str | None]
) -> None:
    event = read(text).events[0]
    assert (event.status, event.date.start if event.date else None) == told


def test_a_paragraph_that_opens_with_its_place_tells_whose_its_officials_are() -> None:
    found = read(
        "Qisqa xabarlar\n\nNamangan. Viloyat hokimi Shavkat Abdurazzoqov Xitoy delegatsiyasini qabul qildi.\n\n"
        "Nukus. Qoraqalpog‘iston va Mang‘istau viloyati o‘rtasida savdo o‘sdi."
    )
    assert [p.area for p in found.people] == ["UZ-NG"]


def test_of_two_bodies_the_one_of_that_noun_is_meant() -> None:
    found = read(
        "Toshkent tibbiyot akademiyasida Qozoq milliy universiteti delegatsiyasi bilan uchrashuv bo‘lib o‘tdi. "
        "Akademiya rektori Alisher Shodmonov mehmonlarni qutladi. Universitet rektori Marat Shoranov javob qildi."
    )
    told = {p.name: p.organisation for p in found.people}
    assert told["Alisher Shodmonov"] == "Toshkent tibbiyot akademiyasi"
    assert told["Marat Shoranov"] == "Qozoq milliy universiteti"


@pytest.mark.parametrize(
    "text",
    [
        "Chegara kengashi majlisi bayoni\n\nQaror qilindi:\n\n1. Grant masalasi o‘rganib chiqilsin. Muddat: I chorak.",
        "Протокол заседания\n\nРЕШИЛИ:\n\n1. Изучить вопрос грантов. Срок: I квартал.",
        "Хаттама\n\nШЕШІЛДІ:\n\n1. Грант мәселесін зерделеу. Мерзімі: I тоқсан.",
    ],
)
def test_a_quarter_without_its_year_after_the_word_for_a_term_is_the_next_one(text: str) -> None:
    assert [str(c.due) for c in read(text).commitments] == ["2026-01/2026-03"]


NAMED = [
    ("Корхона раҳбари Мадина Ҳакимова Термизга келди.", "Мадина Ҳакимова"),
    ("Korxona rahbari Madina Hakimova Termizga keldi.", "Madina Hakimova"),
    ("Тожикистон элчиси Абдуҷаббор Раҳмонзода Термизга келди.", "Абдуҷаббор Раҳмонзода"),
    ("Қазиғурт тумани акими Талғат Сейтбеков Бўстонлиқ тадбиркорларини таклиф қилди.", "Талғат Сейтбеков"),
    ("Qazigʻurt tumani akimi Talgʻat Seytbekov Boʻstonliq tadbirkorlarini taklif qildi.", "Talgʻat Seytbekov"),
    ("Вазир Абдулла Арипов Неъматович Тошкентга келди.", "Абдулла Арипов Неъматович"),
    ("The minister Sofia Petrova came to Tashkent.", "Sofia Petrova"),
    ("Министр София Петрова прибыла в Ташкент.", "София Петрова"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_name_is_whole_and_takes_in_no_place(text: str, name: str) -> None:
    assert [person.name for person in read(text).people] == [name]


PLACES = [
    ("Дўстлик кўприги икки туманни боғлайди.", []),
    ("Дўстликда завод очилди.", ["UZ-JI"]),
    ("Мадинада кўргазма очилди.", ["SA-03"]),
]


@pytest.mark.parametrize(("text", "codes"), PLACES)
def test_a_word_that_is_also_a_town_is_one_where_its_form_says_so(text: str, codes: list[str]) -> None:
    assert [event.place_code for event in read(text).events if event.place_code] == codes


LISTS = [
    "Оренбургская область и Казахстан провели переговоры. Стороны договорились:\n\n"
    "— согласовать расписание рейса;\n\n"
    "— открыть в Уральске торговый дом «Оренбуржье»;\n\n"
    "— провести в Актобе бизнес-форум.",
    "Orenburg Region and Kazakhstan held talks. The sides agreed to:\n\n"
    "- agree on a bus timetable;\n\n"
    "- open the Orenburzhye trading house in Uralsk;\n\n"
    "- hold a business forum in Aktobe.",
    "Орынбор облысы мен Қазақстан келіссөз өткізді. Тараптар мыналарға келісті:\n\n"
    "— автобус кестесін бекіту;\n\n"
    "— Оралда «Оренбуржье» сауда үйін ашу;\n\n"
    "— Ақтөбеде бизнес-форум өткізу.",
    "Orenburg viloyati va Qozog‘iston muzokara o‘tkazdi. Tomonlar quyidagilarga kelishib oldilar:\n\n"
    "— avtobus jadvalini tasdiqlash;\n\n"
    "— Uralskda “Orenburjye” savdo uyini ochish;\n\n"
    "— Aqto‘beda biznes-forum o‘tkazish.",
    "Оренбург вилояти ва Қозоғистон музокара ўтказди. Томонлар қуйидагиларга келишиб олди:\n\n"
    "— автобус жадвалини тасдиқлаш;\n\n"
    "— Уральскда «Оренбуржье» савдо уйини очиш;\n\n"
    "— Ақтўбеда бизнес-форум ўтказиш.",
]


@pytest.mark.parametrize("text", LISTS)
def test_what_a_list_of_what_was_agreed_holds_is_planned(text: str) -> None:
    """So are the events of its items; the house that is to open there is no side."""
    found = read(text)
    assert {e.status for e in found.events if e.place_code} == {"planned"}
    assert {e.status for e in found.events if e.type == "meeting"} == {"held"}
    assert {c.parties for c in found.commitments} == {("KZ", "RU-ORE")}


def test_what_a_list_tells_as_done_was_held() -> None:
    found = read(
        "Акимы договорились о связях. Ранее состоялись:\n\n— форум в Актобе прошёл 3 ноября;\n\n— визит в Оренбург."
    )
    assert {e.status for e in found.events} == {"held"}


HOUSES = [
    ("Казахстан и Россия решили открыть в Уральске торговый дом «Оренбуржье».", False),
    ("Торговый дом «Оренбуржье» подписал с Казахстаном договор о поставках зерна.", True),
    ("Қазақстан мен Ресей Оралда «Оренбуржье» сауда үйін ашуға келісті.", False),
    ("Qozog‘iston va Rossiya Uralskda “Orenburjye” savdo uyini ochishga kelishib oldi.", False),
    ("Қозоғистон ва Россия Уральскда «Оренбуржье» савдо уйини очишга келишиб олди.", False),
]


@pytest.mark.parametrize(("text", "deals"), HOUSES)
def test_a_house_that_is_opened_is_no_side(text: str, deals: bool) -> None:
    parties = {p for c in read(text).commitments for p in c.parties}
    assert parties
    assert bool(parties & {"Оренбуржье", "Orenburjye"}) == deals


PAPERS = [
    "Клиники Шымкента и Ташкента заключили соглашение. Документ подписали врачи Бауыржан Жуманов и Шерзод Абдуллаев.",
    "Clinics of Shymkent and Tashkent signed an agreement. The document was signed by Dr Bauyrzhan Zhumanov.",
    "Шымкент пен Ташкент клиникалары келісімге қол қойды. Құжатқа Бауыржан Жұманов қол қойды.",
    "Chimkent va Toshkent klinikalari bitim imzoladi. Hujjatni Bauirjon Jumanov imzoladi.",
]


@pytest.mark.parametrize("text", PAPERS)
def test_who_put_names_to_a_paper_signs_no_second_one(text: str) -> None:
    assert len([e for e in read(text).events if e.type == "signing"]) == 1


def test_who_took_part_in_talks_was_at_no_others() -> None:
    [event] = read(
        "Губернатор Оренбургской области Евгений Солнцев провёл встречу с послом Казахстана Даулетом Батрашевым. "
        "В беседе приняли участие министр экономики области Наталья Беспалова и консул Марат Серикбаев."
    ).events
    assert len(event.participants) == 4


FORECASTS = [
    ("Казахстан и Узбекистан торгуют. Товарооборот в этом году ожидается на уровне 5 млрд долларов.", 0),
    ("Казахстан и Узбекистан торгуют. Ожидается, что товарооборот превысит 5 млрд долларов.", 0),
    ("Казахстан и Узбекистан торгуют. Планируется довести товарооборот до 10 млрд долларов.", 1),
    ("Kazakhstan trades with Uzbekistan. Trade is expected to reach $5 billion.", 0),
    ("Qozog‘iston va O‘zbekiston hamkor. Savdo hajmi 5 mlrd dollarga yetishi kutilmoqda.", 0),
    ("Қозоғистон ва Ўзбекистон ҳамкор. Савдо ҳажми 5 млрд долларга етиши кутилмоқда.", 0),
    ("Қазақстан мен Өзбекстан көршілес. Тауар айналымы 5 млрд долларға жетеді деп күтіледі.", 0),
]


@pytest.mark.parametrize(("text", "promises"), FORECASTS)
def test_what_is_only_expected_is_no_promise(text: str, promises: int) -> None:
    assert len(read(text).commitments) == promises


NAMES = [
    ("«Барьеры мы сняли, теперь дело за бизнесом»: интервью торгпреда Казахстана.", ()),
    ("Хоким Ташкентской области принял руководителей компании Masdar.", ("Masdar",)),
    ("Поручить хокимияту Навоийской области представить план.", ("Хокимият Навоийской области",)),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_what_bodies_are_called(text: str, names: tuple[str, ...]) -> None:
    assert tuple(o.name for o in read(text).organisations) == names


def test_the_first_word_of_a_sentence_is_nobody() -> None:
    found = read("— Туристов из Узбекистана стало больше, — говорит Осмонов. — Рейсов из Оша тоже.")
    assert [p.name for p in found.people] == ["Осмонов"]


def test_a_line_is_no_body() -> None:
    found = read("Казахстан и Узбекистан построят линию «Шымкент — Ташкент», сообщила компания «Юг Энерго».")
    assert [o.name for o in found.organisations] == ["Юг Энерго"]


PAIRS = [
    ("Правительство Кыргызстана и корейская компания Sejin Eco подписали соглашение о заводе.", ("KG", "Sejin Eco")),
    ("Казахстан подписал с корейской компанией Sejin Eco соглашение о заводе.", ("KZ", "Sejin Eco")),
]


@pytest.mark.parametrize(("text", "parties"), PAIRS)
def test_a_state_beside_a_firm_is_a_party(text: str, parties: tuple[str, ...]) -> None:
    assert [c.parties for c in read(text).commitments] == [parties]


def test_a_buyer_abroad_takes_nobody_s_place() -> None:
    found = read(
        "Аким Туркестанской области рассказал о проектах с Узбекистаном. Узбекистан — партнёр области.\n\n"
        "С узбекскими партнёрами строится завод профилей. Там же работает фабрика, 70% продукции уходит в Россию."
    )
    assert {frozenset(c.parties) for c in found.commitments} == {frozenset(("KZ-61", "UZ"))}


def test_a_forum_that_opened_is_an_event_and_no_promise() -> None:
    found = read("В Худжанде открылся форум Согда и Ферганы. На его полях заключено 18 контрактов.")
    assert [c.stage for c in found.commitments] == ["signed"]


def test_a_visit_that_is_awaited_in_spring_is_to_come() -> None:
    found = read("Хоким Намангана побывал в Китае. Ответный визит китайской делегации ожидается весной.")
    assert [(e.status, str(e.date)) for e in found.events if e.date] == [("planned", "2026-03/2026-05")]


def test_a_forum_to_come_elsewhere_places_no_talks() -> None:
    found = read(
        "Президент Таджикистана Эмомали Рахмон принял губернатора Самарской области Вячеслава Федорищева.\n\n"
        "В завершение встречи губернатор пригласил гостей на форум, который пройдёт в Тольятти 3–5 июня."
    )
    assert {e.type: e.place_code for e in found.events} == {"meeting": None, "forum": "RU-SAM"}


def test_who_heads_a_part_of_a_body_acts_for_its_country() -> None:
    [person] = read(
        "По данным Комитета гражданской авиации Минтранса РК, рейсов больше. "
        "Председатель комитета Салтанат Томпиева сказала, что переговоры с узбекской стороной завершены."
    ).people
    assert (person.position, person.area) == ("head_of_organisation", "KZ")


VISITS = [
    ("Делегация Согдийской области во главе с Анваром Якуби побывала на заводах.", None),
    ("Делегация Согдийской области посетила Екатеринбург.", "RU-SVE"),
    ("В Уральском федеральном университете подписано соглашение с вузом Оша.", None),
]


@pytest.mark.parametrize(("text", "place"), VISITS)
def test_where_guests_come_from_is_not_where_they_are(text: str, place: str | None) -> None:
    assert [e.place_code for e in read(text).events] == [place]


def test_each_part_of_a_digest_has_its_own_sides() -> None:
    found = read(
        "Баткенская область. Мост соединил сёла с Ферганской областью Узбекистана. Мост сдали в срок.\n\n"
        "Чуйская область. Аким Кордайского района Казахстана посетил Токмок. Стороны условились дружить."
    )
    visit = next(e for e in found.events if e.type == "visit")
    assert {p.name for p in visit.participants} == {"KG-C", "KZ"}


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        (
            "Toshkent shahri hokimi Shavkat Umurzoqov Ostona akimi Jenis Qasimbekni qabul qildi. "
            "Ostona va Toshkent o‘rtasida savdo 186 mln dollarni tashkil etdi.",
            {"UZ-TK", "KZ-71"},
        ),
        (
            "Хоким Ташкента Шавкат Умурзаков принял акима Астаны Жениса Касымбека. "
            "Товарооборот между Ташкентом и Астаной составил 186 млн долларов.",
            {"UZ-TK", "KZ-71"},
        ),
        (
            "Президент Узбекистана Шавкат Мирзиёев принял президента Казахстана Касым-Жомарта Токаева. "
            "Товарооборот между Ташкентом и Астаной составил 4 млрд долларов.",
            {"UZ", "KZ"},
        ),
    ],
)
def test_two_capitals_whose_mayors_act_are_cities(text: str, areas: set[str]) -> None:
    [figure] = read(text).observations
    assert {figure.ref_area, figure.counterpart_area} == areas


@pytest.mark.parametrize(
    ("text", "people", "bodies"),
    [
        ("Ekologiya qo‘mitasi raisi Aziz Abduhakimov keldi.", ["Aziz Abduhakimov"], ["Ekologiya qo‘mitasi"]),
        ("Экология қўмитаси раиси Азиз Абдуҳакимов келди.", ["Азиз Абдуҳакимов"], ["Экология қўмитаси"]),
        (
            "Viloyat turizm boshqarmasi boshlig‘i Umid Shodiyev keldi.",
            ["Umid Shodiyev"],
            ["Viloyat turizm boshqarmasi"],
        ),
        ("Koreya elchisi Farg‘ona vodiysida bo‘ldi.", [], []),
    ],
)
def test_a_body_before_an_office_and_a_valley(text: str, people: list[str], bodies: list[str]) -> None:
    found = read(text)
    assert ([p.name for p in found.people], [o.name for o in found.organisations]) == (people, bodies)


@pytest.mark.parametrize(
    "text",
    [
        "Savdo zonasi qachon ochiladi?",
        "Ehtiyot qismlarning 18 foizi Koreyadan keltiriladi.",
        "Olti oyda 23,5 foiz o‘sish kuzatildi.",
    ],
)
def test_a_question_a_practice_and_a_growth_promise_nothing(text: str) -> None:
    assert read(text).commitments == ()


ANSWERS = [
    ("Беседа с хокимом Карши", "Сколько предприятий?", "У нас 40 предприятий.", "А вода?", "Воды мало, решаем."),
    (
        "A talk with the governor of Karshi",
        "How many firms?",
        "We have 40 firms.",
        "And water?",
        "There is little of it.",
    ),
    ("Қарши ҳокими билан суҳбат", "Нечта корхона бор?", "Бизда 40 та корхона бор.", "Сув-чи?", "Сув кам, ечамиз."),
    ("Qarshi hokimi bilan suhbat", "Nechta korxona bor?", "Bizda 40 ta korxona bor.", "Suv-chi?", "Suv kam, yechamiz."),
    ("Қарши әкімімен сұхбат", "Қанша кәсіпорын бар?", "Бізде 40 кәсіпорын бар.", "Су ше?", "Су аз, шешеміз."),
]


@pytest.mark.parametrize("told", ANSWERS)
def test_an_interview_is_no_meeting_of_its_own(told: tuple[str, ...]) -> None:
    title, *body = told
    assert not read("\n\n".join([title, *(f"— {line}" for line in body)])).events


def test_a_meeting_told_of_in_an_answer_is_one() -> None:
    title, *body = ANSWERS[0]
    [event] = read(
        "\n\n".join([title, *(f"— {line}" for line in body)]) + " Вчера мы встретились с послом Китая."
    ).events
    assert event.type == "meeting"


def test_a_time_within_the_words_of_a_gathering_is_its_own() -> None:
    [event] = read("8–10 ноябрь кунлари ўтган «Самарқанд-Агро» кўргазмасида 64 та компания қатнашди.").events
    assert str(event.date) == "2025-11-08/2025-11-10"


SUPPLIERS = [
    "2025 йил мартида Қозоғистондан Ўзбекистонга 1,9 млн тонна буғдой экспорт қилинган. "
    "Асосий етказиб берувчилар — Қўстанай (780 минг тонна) ва Ақмола (390 минг тонна) вилоятлари.",
    "2025-yil martida Qozogʻistondan Oʻzbekistonga 1,9 mln tonna bugʻdoy eksport qilingan. "
    "Asosiy yetkazib beruvchilar — Qoʻstanay (780 ming tonna) va Aqmola (390 ming tonna) viloyatlari.",
    "В марте 2025 года Казахстан экспортировал в Узбекистан 1,9 млн тонн пшеницы. "
    "Основные поставщики — Костанайская (780 тыс. тонн) и Акмолинская (390 тыс. тонн) области.",
]


@pytest.mark.parametrize("text", SUPPLIERS)
def test_suppliers_of_a_countrys_exports_are_its_places(text: str) -> None:
    told = [(o.indicator, o.ref_area) for o in read(text).observations[1:]]
    assert told == [("exports", "KZ-39"), ("exports", "KZ-11")]


WHOLE = [
    "Фарғона вилоятининг Қирғизистон билан савдо айланмаси ярим йилда 74 млн долларга тенг бўлди. "
    "Боткен вилоятига 22 млн долларлик товар жўнатилган. Йил якунида савдо 160 млн долларга етади.",
    "Товарооборот Ферганской области с Кыргызстаном за полгода составил 74 млн долларов. "
    "В Баткенскую область отправлено товаров на 22 млн долларов. К концу года торговля достигнет 160 млн долларов.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_the_turnover_told_after_a_part_of_it_is_with_the_country(text: str) -> None:
    assert [o.counterpart_area for o in read(text).observations] == ["KG", "KG-B", "KG"]


AHEAD = [
    "Май ойида Термизда халқаро анжуман ўтказилади.",
    "May oyida Termizda xalqaro anjuman o‘tkaziladi.",
    "В мае в Термезе пройдёт международная конференция.",
    "Мамырда Термезде халықаралық конференция өтеді.",
    "In May an international conference will be held in Termez.",
]


@pytest.mark.parametrize("text", AHEAD)
def test_a_month_of_what_will_be_is_the_next_one(text: str) -> None:
    [event] = read(text).events
    assert (event.status, str(event.date)) == ("planned", "2026-05")


def test_a_month_of_what_has_been_is_the_last_one() -> None:
    [event] = read("Май ойида Термизда халқаро анжуман бўлиб ўтди.").events
    assert (event.status, str(event.date)) == ("held", "2025-05")


SPELT = [("Могилёв", "BY-MA"), ("Башқирдистон", "RU-BA"), ("Маңғистау", "KZ-47"), ("Стамбул", "TR-34")]


@pytest.mark.parametrize(("name", "code"), SPELT)
def test_areas_have_the_spellings_that_cyrillic_borrows(name: str, code: str) -> None:
    [figure] = read(f"Фарғонадан {name}га 30 тонна гилос экспорт қилинди.").observations
    assert figure.counterpart_area == code


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        (
            "Tomonlar temir yo‘l qurish, universitetlar o‘rtasida qo‘shma dasturlarni kengaytirishga kelishib oldi.",
            ["transport", "education"],
        ),
        (
            "Томонлар темир йўл қуриш, университетлар ўртасида қўшма дастурларни кенгайтиришга келишиб олди.",
            ["transport", "education"],
        ),
        ("Ikki davlat o‘rtasida temir yo‘l qurishga kelishib olindi.", ["transport"]),
        ("Uchrashuvdan so‘ng akim zonadagi korxonalarni ko‘zdan kechirdi.", []),
    ],
)
def test_sides_within_a_list_end_no_thing_before_them(text: str, sectors: list[str]) -> None:
    assert [c.sector for c in read(text).commitments] == sectors


@pytest.mark.parametrize(
    "text",
    [
        "Elchi fabrika joriy yil yakuniga qadar ishga tushishini ma’lum qildi.",
        "Элчи фабрика жорий йил якунига қадар ишга тушишини маълум қилди.",
    ],
)
def test_what_somebody_says_will_be_is_planned(text: str) -> None:
    found = read(text)
    assert [e.status for e in found.events] == ["planned"]
    assert [str(c.due) for c in found.commitments] == ["2025-12-31"]


RETURNS = [
    ("Deputy Governor of Kostanay Region Arman Bekov visited Fergana. A return visit is set for February.", "KZ-39"),
    ("Делегация Кустанайской области посетила Фергану. Ответный визит намечен на февраль 2026 года.", "KZ-39"),
    ("Qostanay viloyati delegatsiyasi Fargʻonaga tashrif buyurdi. Javob tashrifi fevralda boʻladi.", "KZ-39"),
    ("Қостанай облысының делегациясы Ферғана қаласына барды. Жауап сапар ақпанға жоспарланған.", "KZ-39"),
    ("Қўстанай вилояти делегацияси Фарғонага ташриф буюрди. Жавоб ташрифи февралга режалаштирилган.", "KZ-39"),
    ("Deputy Governor of Kostanay Region Arman Bekov visited Fergana. A visit of experts is set for February.", None),
]


@pytest.mark.parametrize(("text", "place"), RETURNS)
def test_a_visit_in_return_is_at_home_with_the_guests(text: str, place: str | None) -> None:
    first, later = read(text).events
    assert (first.place_code, later.place_code, later.status) == ("UZ-FA", place, "planned")


LOOKED_ROUND = [
    ("A group of 25 farmers from Kostanay Region has been visiting Fergana Region since Monday.", 0),
    ("Делегация Южной Кореи провела два дня в Намангане и осмотрела площадку.", 0),
    ("Delegatsiya Namangandagi zavod bilan tanishdi.", 0),
    ("Делегация Намангандаги завод билан танишди.", 0),
    ("Делегация Намангандағы зауытты аралады.", 0),
    ("The delegation visited Osh and proposed a cold store for apricots.", 1),
]


@pytest.mark.parametrize(("text", "number"), LOOKED_ROUND)
def test_guests_who_look_round_promise_nothing(text: str, number: int) -> None:
    assert len(read(text).commitments) == number


def test_how_long_a_forum_lasted_is_no_figure() -> None:
    text = "The forum in Osh lasted three days. Forum uch kun davom etdi. The bus from Osh to Andijan takes 3 hours."
    assert [o.unit_measure for o in read(text).observations] == ["h"]


ENVOYS = [
    "Pakistan's ambassador to Kyrgyzstan, Hasan Zaigham, spoke of trade. Turnover came to $16 million.",
    "Посол Пакистана в Кыргызстане Хасан Зайгам рассказал о торговле. Товарооборот составил 16 млн долларов.",
    "Pokistonning Qirgʻizistondagi elchisi Hasan Zaigʻam gapirdi. Tovar aylanmasi 16 million dollarni tashkil etdi.",
    "Покистоннинг Қирғизистондаги элчиси Ҳасан Зайғам гапирди. Товар айланмаси 16 миллион долларни ташкил этди.",
    "Пәкістанның Қырғызстандағы елшісі Хасан Зайғам сөйледі. Тауар айналымы 16 млн доллар болды.",
]


@pytest.mark.parametrize("text", ENVOYS)
def test_where_an_envoy_is_sent_is_the_other_side(text: str) -> None:
    [figure] = read(text).observations
    assert (figure.ref_area, figure.counterpart_area) == ("KG", "PK")


def test_a_forum_that_somebody_opened_and_guests_received_are_no_promises() -> None:
    found = read(
        "The forum in Osh was opened by Water Resources Minister Nurzhan Aliev. "
        "Osh governor Bakyt Asanov received a group of Polish gardeners."
    )
    assert found.commitments == ()
    assert [(p.name, p.position) for p in found.people] == [("Nurzhan Aliev", "minister"), ("Bakyt Asanov", "governor")]


def test_there_is_where_something_is_not_what_a_thing_is_named_after() -> None:
    found = read("The governor toured the port of Turkmenbashi and opened an Astrakhan trade mission there.")
    assert {event.place_code for event in found.events if event.type == "opening"} == {"TM-B"}


OURS = [
    "Қазақстанның Қытайдағы елшісі Нұрлан Ақанов сұхбат берді.\n\n"
    "– Тауар айналымы 1,1 миллиард долларға жетті, соның 928 миллионы – біздің экспорт.",
    "O‘zbekistonning Xitoydagi elchisi Aziz Karimov suhbat berdi.\n\n"
    "– Savdo 1,1 milliard dollarga yetdi, shundan 928 millioni – bizning eksportimiz.",
    "Ўзбекистоннинг Хитойдаги элчиси Азиз Каримов суҳбат берди.\n\n"
    "– Савдо 1,1 миллиард долларга етди, шундан 928 миллиони – бизнинг экспортимиз.",
    "Посол Казахстана в Китае Нурлан Аканов рассказал о торговле.\n\n"
    "– Товарооборот достиг 1,1 миллиарда долларов, из них 928 миллионов — наш экспорт.",
    "Kazakhstan's ambassador to China Nurlan Akanov spoke of trade. "
    "“Our trade with China reached $1.1 billion, of which $928 million is our export,” he said.",
]


@pytest.mark.parametrize("text", OURS)
def test_our_exports_are_of_whom_the_speaker_acts_for(text: str) -> None:
    """What “our” means stands where the figure does, where the name of an area was looked for."""
    turnover, exports = read(text).observations
    home = "UZ" if "elchisi" in text or "элчиси" in text else "KZ"
    assert {turnover.ref_area, turnover.counterpart_area} == {home, "CN"}
    assert (exports.indicator, exports.ref_area, exports.counterpart_area) == ("exports", home, "CN")
