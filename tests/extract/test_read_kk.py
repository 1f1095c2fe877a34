"""Kazakh news on regions, a table for each field; the same in other languages where they say it so."""

from __future__ import annotations

import pytest

from reading import read_text as read

COUNTS = [
    ("Қостанай облысында 12 зауыттың бесеуі өзбек капиталымен жұмыс істейді.", [12, 5], "enterprises"),
    ("Ақтөбеде Өзбекстаннан келген он төрт компанияның он екісі жұмыс істейді.", [14, 12], "enterprises"),
    ("Бұл рейс аптасына алты рет Ташкентке ұшады.", [6], "flights"),
    ("Алматы – Ош автобусы аптасына екі реттен төрт ретке дейін көбейтілді.", [2, 4], "flights"),
    ("Шымкент пен Ташкент арасында аптасына он екі автобус жүреді.", [12], "flights"),
    ("Тоғыз айда Қырғызстанға 540 мыңдай қазақстандық барған.", [540000], "tourists"),
    ("Түркістан облысындағы қонақүйлердің сыйымдылығы – 5,6 мың орын.", [5600], "capacity"),
    ("Қазақстан мен Ресей Жайыққа 2,5 миллион шабақ жіберді.", [2500000], "other"),
    ("Казахстан и Россия высадили на дне Арала два миллиона сеянцев.", [2000000], "other"),
    ("Қостанай колледжі Өзбекстаннан келген 20 электрикті тегін оқытады.", [20], "students"),
    ("Порт кеңейген соң Ақтауда 180 адамға жұмыс табылады.", [180], "jobs"),
]


@pytest.mark.parametrize(("text", "numbers", "indicator"), COUNTS)
def test_what_is_counted(text: str, numbers: list[int], indicator: str) -> None:
    found = read(text).observations
    assert [o.obs_value for o in found] == numbers
    assert {o.indicator for o in found} == {indicator}


@pytest.mark.parametrize(
    "text",
    [
        "Алматы мен Бішкек автобусты жартылай бөліп төлеу шартымен сатады.",
        "Кеңсе Ташкентте Навоий даңғылы, 12 мекенжайында орналасқан.",
        "Самара губернаторы мен Орал әкімі екеуі көрмені аралады.",
        "Қостанай облысында Өзбекстаннан келгендердің екеуі мұнай жабдығын жөндейді.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert not read(text).observations


FALLS = [
    ("Түркия тарапы Қазақстаннан тарифті 15 пайызға түсіруді сұрады.", "tariff", -15),
    ("Өзбекстанда қазақ ұнының бағасы 12 пайызға түсті.", "tariff", -12),
]


@pytest.mark.parametrize(("text", "indicator", "change"), FALLS)
def test_a_price_that_fell(text: str, indicator: str, change: int) -> None:
    [figure] = read(text).observations
    assert (figure.indicator, figure.measure, figure.obs_value) == (indicator, "change", change)


PAIR = "Ақтөбе облысы мен Орынбор облысының саудасы 300 млн доллар болды. "
TURNED = [
    PAIR + "Ақтөбеден Орынборға 190 млн доллардың тауары жіберілді, кері бағытта 110 млн доллардың өнімі келді.",
    PAIR + "Ақтөбеден Орынборға 190 млн долларға, кері бағытта 110 млн долларға тауар барды.",
    "Товарооборот Актюбинской и Оренбургской областей составил 300 млн долларов. "
    "В Оренбуржье экспортировано товаров на 190 млн долларов, в обратном направлении — на 110 млн.",
    "Trade between Aktobe region and Orenburg region reached $300 million. Aktobe region exported goods worth "
    "$190 million to Orenburg region; in the other direction $110 million worth of goods were exported.",
    "Aqto'be viloyati va Orenburg viloyati savdosi 300 mln dollarni tashkil etdi. Aqto'bedan Orenburgga 190 mln "
    "dollarlik tovar eksport qilindi, teskari yo'nalishda 110 mln dollarlik mahsulot eksport qilindi.",
    "Ақтўбе вилояти ва Оренбург вилояти савдоси 300 млн долларни ташкил этди. Ақтўбедан Оренбургга 190 млн "
    "долларлик товар экспорт қилинди, тескари йўналишда 110 млн долларлик маҳсулот экспорт қилинди.",
]


@pytest.mark.parametrize("text", TURNED)
def test_what_comes_the_other_way_is_the_other_half(text: str) -> None:
    found = read(text).observations
    assert [o.indicator for o in found] == ["trade_turnover", "exports", "imports"]
    assert {o.ref_area for o in found} == {"KZ-15"}


SOLD = [
    ("Хорезм экспортының көлемі – 39 млн доллар, импорттыкі – 19 млн.", ["exports", "imports"]),
    ("Қазақстан Ресейге айына 200 тонна сүт өнімін жеткізеді.", ["exports"]),
    ("Қостанай облысының астығының 30 пайызы Қытайға кетеді.", ["exports"]),
    ("Компания транзиттен жылына 3,8 млрд теңге табады.", ["other"]),
]


@pytest.mark.parametrize(("text", "indicators"), SOLD)
def test_what_verbs_of_trade_tell(text: str, indicators: list[str]) -> None:
    assert [o.indicator for o in read(text).observations] == indicators


PLACES = [
    ("Шуға Бішкектен 40 млн долларға жабдық келді.", "KZ"),
    ("Зайсанда Алтай аймағы әкімшілігінің басшысы Чжао Мин 70 жүргізуші жібермек.", "CN"),
    ("Қостанайда челябілік кәсіпкер 2 млрд теңгеге желі ашады.", "RU"),
    ("Маңғыстау компаниясы Гарабоғаз жағасында жылына 700 тонна балық өңдейтін цех салады.", "TM"),
]


@pytest.mark.parametrize(("text", "nation"), PLACES)
def test_towns_and_who_is_of_them(text: str, nation: str) -> None:
    [figure] = read(text).observations
    assert nation in {(code or "")[:2] for code in (figure.ref_area, figure.counterpart_area)}


FROM_DECEMBER = "1 желтоқсаннан бастап Шымкент – Самарқан бағытында аптасына төрт автобус жүреді. "
TRIPS = [
    (FROM_DECEMBER + "Билет – 12 мың теңге. Жүру уақыты – 7 сағат.", "target"),
    (FROM_DECEMBER + "Жол жеті сағатқа созылады, билет 12 мың теңге тұрады.", "target"),
    ("1-dekabrdan Toshkent — Shimkent avtobusi yo‘lga chiqadi. Chipta narxi 120 ming so‘m. Yo‘l 7 soat.", "target"),
    ("1 декабрдан Тошкент — Шимкент автобуси йўлга чиқади. Чипта нархи 120 минг сўм. Йўл 7 соат.", "target"),
    ("Былтырдан бері Алматы – Ташкент пойызы күн сайын жүреді. Билет 9 мың теңге тұрады.", "actual"),
]


@pytest.mark.parametrize(("text", "status"), TRIPS)
def test_a_way_that_is_still_to_be_served(text: str, status: str) -> None:
    assert {o.status for o in read(text).observations} == {status}


STAGES = [
    ("Жамбыл мен Талас облыстары кездесті. Кеңестегі үшінші каналдан екі жақ та бас тартты.", "cancelled"),
    ("Түркістан мен Ташкент облыстарының шағын несие қоры құрылмайды.", "cancelled"),
    ("Қазақстан мен Өзбекстан арасындағы көпір туралы тармақ алынып тасталды.", "cancelled"),
    ("Министр Қазақстан мен Қырғызстанға су қоймасын бірге қаржыландыру жайында ұсыныс тастады.", "proposed"),
    ("Түрікмен тасымалдаушылары Ақтау портынан тарифті түсіруді сұрап отыр.", "proposed"),
    ("Ақтау мен Түркіменбашы арасында паром қатынасын ашу да ұсынылды.", "proposed"),
    ("Қазақстан мен Ресей арасында Ертіспен жүк тасу мәселесі сарапқа салынды.", "discussed"),
    ("Алматы мен Бішкек кәсіпкерлері азық-түлік жеткізуге 11 келісімшарт жасасты.", "signed"),
    ("Зауыт директоры Жызақ облысында цех ашу туралы келісім жасалғанын айтты.", "signed"),
    ("Хоким Түркістан облысымен сауданы екі еселеуді көздейтінін айтты.", "planned"),
    ("Көкшетау мен Тоқмақ бауырлас қалалар болады.", "planned"),
    ("Наманган диқандары көктемде Жетісу облысында картоп егеді.", "planned"),
    ("Өзбекстандағы клиникада телемедицина арқылы кеңес беру шілдеден бері жүріп жатыр.", "in_progress"),
    ("Қазақ фирмасы Балқан уәлаятында тұщыту зауытын салып бітірді.", "completed"),
]


@pytest.mark.parametrize(("text", "stage"), STAGES)
def test_verbs_of_a_stage(text: str, stage: str) -> None:
    assert stage in {c.stage for c in read(text).commitments}


IDLE = [
    "– Худжандта қазақ сауда үйі ашыла ма?",
    "Will the two countries open a new bus route?",
    "Откроют ли Казахстан и Узбекистан новый автобусный маршрут?",
    "O‘zbekiston va Qozog‘iston yangi yo‘nalish ochadimi?",
    "«Саудада сөздің артында вагон тұруы керек», – дейді Алматы мен Ташкенттің кәсіпкерлері.",
    "Дәрігерлер Ташкенттен келген 430 адамды қарады.",
    "Шымкенттегі зауытқа түрік инвесторлары 11 млн еуро салды.",
    "Қостанайдан Өзбекстанға 1 150 трактор жөнелтілді.",
    "Әкім мен хоким қазақстандық тауарлар көрмесін ашты.",
    "Ташкент клиникасында ақылы қызметтің бағасы 6 мың теңгеден басталады.",
    "Алматы мен Бішкек университеттері серіктестікті жаңа деңгейге көтермек.",
]


@pytest.mark.parametrize("text", IDLE)
def test_what_is_no_promise(text: str) -> None:
    assert not read(text).commitments


SECTORS = [
    ("Қазақстан мен Өзбекстан күн станциясын бірге салуға келісті.", "energy"),
    ("Қырғызстан мен Қазақстан Шу өзенін бірлесіп тазартуға келісті.", "water"),
    ("Атырау мен Астрахань облыстары каспий итбалығын бірге зерттеуге келісті.", "ecology"),
    ("Орал мен Самараның университеттері хирургтерді бірлесіп даярлауға келісті.", "education"),
    ("Алматы мен Ошта протез шығаратын цех ашылады.", "health"),
    ("Қазақстан мен Қырғызстан шекарада құтқару бекетін ортақ ұстауға келісті.", "security"),
    ("Жезқазған мен Навои туристік маршрут ашуға келісті.", "tourism"),
    ("Қостанай мен Душанбе бидай жеткізуге келісті.", "trade"),
    ("Түркістан мен Самарқан зергерлерінің көрмесін өткізуге келісті.", "culture"),
]


@pytest.mark.parametrize(("text", "sector"), SECTORS)
def test_words_of_a_sector(text: str, sector: str) -> None:
    assert [c.sector for c in read(text).commitments][-1:] == [sector]


def test_offices_and_firms_of_a_capital_act_for_it() -> None:
    told = read("Шымкент пен Ташкент кездесті. Шымкент әкімдігі Ташкент хокимиятына саябақ салуды ұсынды.")
    assert {frozenset(c.parties) for c in told.commitments} == {frozenset({"KZ-79", "UZ-TK"})}


PEOPLE = [
    ("Кентауға Андижан облысынан әкім орынбасары Нодирбек Комилов келді.", "Нодирбек Комилов", "UZ-AN"),
    ("Атырауға Астрахань облысынан губернатор Иван Петров келді.", "Иван Петров", "RU-AST"),
    ("Вице-министр кеше Бакуде әзірбайжандық әріптесі Самир Гусейновпен кездесті.", "Самир Гусейнов", "AZ"),
    ("Әңгімелескен Сапар Жолымбет", "Сапар Жолымбет", None),
]


@pytest.mark.parametrize(("text", "name", "area"), PEOPLE)
def test_people_and_whom_they_act_for(text: str, name: str, area: str | None) -> None:
    assert (name, area) in {(p.name, p.area) for p in read(text).people}


EVENTS = [
    ("Облыс әкімі Ерғали Бөкеев Самара делегациясын қарсы алды.", [("meeting", "held")]),
    ("Елші Бейбіт Атамқұлов Үргенішке барды.", [("visit", "held")]),
    ("Әкім Ташкентпен келісімге жыл соңына дейін қол қойылатынын айтты.", [("signing", "planned")]),
    ("Бүгін Шымкент әуежайынан Ошқа алғашқы жүк ұшағы көтерілді.", [("opening", "held")]),
    ("Алматыда көпір құрылысы 2026 жылы басталады.", []),
    ("Алматы мен Бішкек туралы мәселе әңгіме болды.", []),
]


@pytest.mark.parametrize(("text", "events"), EVENTS)
def test_verbs_of_events(text: str, events: list[tuple[str, str]]) -> None:
    assert [(e.type, e.status) for e in read(text).events] == events


PAST_IN_BRACKETS = [
    "Ақтөбе мен Орынбор саудасын 2026 жылы 520 млн долларға дейін арттыру жоспарланған (2023 жылы – 447,9 млн доллар).",
    "Товарооборот Актобе и Оренбурга планируют довести в 2026 году до 520 млн долларов (в 2023 году — 447,9 млн).",
    "Aktobe and Orenburg regions plan to bring trade to $520 million in 2026 (in 2023: $447.9 million).",
    "Toshkent va Turkiston savdosini 2026-yilda 520 mln dollarga yetkazish rejalashtirilgan "
    "(2023-yilda — 447,9 mln dollar).",
    "Тошкент ва Туркистон савдосини 2026 йилда 520 млн долларга етказиш режалаштирилган "
    "(2023 йилда — 447,9 млн доллар).",
]


@pytest.mark.parametrize("text", PAST_IN_BRACKETS)
def test_a_level_in_brackets_is_of_its_own_year(text: str) -> None:
    told = [(o.status, o.time_period.start if o.time_period else None) for o in read(text).observations]
    assert told == [("target", "2026"), ("actual", "2023")]


STATUSES = [
    ("Желі салынған соң Қазақстан мен Әзірбайжанның табысы үш есе өседі деген болжам бар.", "forecast"),
    ("Облыс өзбек инвесторларына 20 гектар жер дайын тұрғанын айтты.", "actual"),
    ("Ақтау – Түрікменбашы паромы айына төрт рейс жасайды. Көктемде оны алтыға жеткіземіз.", "target"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_whether_it_is_or_is_wanted(text: str, status: str) -> None:
    assert read(text).observations[-1].status == status


def test_where_a_way_leads_is_its_other_end() -> None:
    [figure] = read("Ақтау порты былтыр көп жүк өткізді. Түрікменбашыға паром айына төрт рейс жасайды.").observations
    assert (figure.indicator, figure.counterpart_area) == ("flights", "TM-B")
