"""The whole journeys of the three people, in a real browser, over one running `linkage up --sample`."""

import datetime
import unittest

import portal_browser
from linkage_program import SHARED_DATA, TemporaryDirectoryTestCase, Up, run, wait_until
from portal_browser import Browser, By, links

TODAY = datetime.date.today()


def day(days):
    return (TODAY + datetime.timedelta(days=days)).isoformat()


@unittest.skipUnless(portal_browser.is_here, "chromium, chromium-driver or selenium is not installed")
class Journeys(TemporaryDirectoryTestCase):
    def setUp(self):
        super().setUp()
        if SHARED_DATA.is_dir():
            code, _, errors = run(
                "reference", "import", "--wards", SHARED_DATA / "bac-ninh-wards.geojson", "--data-dir",
                self.work / "data")
            self.assertEqual(code, 0, errors)
        self.up = Up(self.work / "data", "--sample")
        self.enterContext(self.up)
        wait_until(lambda: len(self.links()) == 4, lambda: f"no sign-in links: {self.up.log()}")
        self.up.settle()

    def links(self):
        log = self.up.directory / "up.log"
        return links(log.read_text()) if log.exists() else {}

    def enter(self, role):
        return self.enterContext(Browser(self.links()[role]))

    def test_buyer_supplier_and_official(self):
        supplier, buyer = self.enter("supplier"), self.enter("fdi")
        self.offer(supplier)
        name = self.ask(buyer, supplier)
        self.quote(supplier)
        self.miss(buyer, supplier)
        self.award(buyer, name)
        supplier.open("/")
        self.assertIn("giá tốt, gần nhà máy", supplier.text())
        self.decide(self.enter("official"))
        for browser in (supplier, buyer):
            self.assertEqual(browser.heard(), [])

    # The supplier publishes what it can make, with a cost statement whose LVC moves as it is typed, and subscribes.

    def offer(self, supplier):
        supplier.open("/publish/capabilities")
        supplier.fill({
            "id": "BOARDS", "hsCode": "853400", "description": "Bo mạch in bốn lớp", "unitCode": "H87",
            "capacityPerMonth": "50.000", "leadTimeDays": "10", "vietnameseOwnershipPercent": "100",
            "unitPriceTiers.0.unitPrice.value": "60000", "certifications.0.scheme": "ISO 9001",
            "certifications.0.number": "VN-1", "certifications.0.expiresOn": day(50),
            "costStatement.method": "INDIRECT", # The sample has declared the other method for this year.
            "costStatement.fiscalYear": str(TODAY.year - 1),
            "costStatement.currencyCode": "VND", "costStatement.fob": "60000",
            "costStatement.materials.0.name": "Nhựa nền", "costStatement.materials.0.value": "30000",
            "costStatement.materials.0.origin": "NON_ORIGINATING",
        })
        supplier.send()
        # 50.000 is fifty or fifty thousand: it is refused until the format is stated, and what was typed is kept.
        fault = supplier.text('[id="fault-capacityPerMonth"]')
        self.assertIn("hai cách", fault)
        self.assertEqual(supplier.find('[name="description"]').get_attribute("value"), "Bo mạch in bốn lớp")
        supplier.fill({"numberFormat": "vi"})
        supplier.wait(lambda: supplier.text("#statement-lvc") == "50,0%")
        supplier.fill({"costStatement.materials.0.value": "15000"})
        supplier.wait(lambda: supplier.text("#statement-lvc") == "75,0%")
        supplier.send()
        supplier.arrive("/BOARDS")
        self.assertIn("75,0%", supplier.text())
        supplier.open("/")
        self.assertIn("ISO 9001 VN-1", supplier.text(".alert"))
        supplier.open("/publish/subscriptions")
        supplier.fill({"hsPrefixes": "8534"})
        supplier.send()
        supplier.arrive("/opportunities")
        supplier.wait(lambda: "tự hiện ra" in supplier.text("#live"))

    # The buyer looks the code up by words without marks, publishes, and sees who could supply it; the supplier's page
    # shows it meanwhile.

    def ask(self, buyer, supplier):
        buyer.open("/publish/requirements")
        buyer.fill({"hsCode": "mach in"})
        buyer.wait(lambda: buyer.driver.execute_script(
            "return [...document.querySelectorAll('#commodities option')].some((one) => one.value === '8534')"))
        buyer.fill({
            "id": "PHONE-BOARD", "hsCode": "853400", "description": "Bo mạch điện thoại <b>4 lớp</b>",
            "quantity": "20000", "unitCode": "H87", "delivery.firstDay": day(15), "delivery.lastDay": day(44),
            "maximumUnitPrice.value": "100000", "currentSourcing.kind": "IMPORTED",
            "currentSourcing.unitPrice.value": "80000", "requiredCertifications": "ISO 9001",
        })
        if SHARED_DATA.is_dir():
            # A click on the map is a point of the province.
            buyer.press(".pick")
            self.assertRegex(buyer.find('[name="place.latitude"]').get_attribute("value"), r"^21\.\d{4}$")
            self.assertRegex(buyer.find('[name="place.longitude"]').get_attribute("value"), r"^106\.\d{4}$")
            buyer.picture("buyer-place")
        buyer.send()
        buyer.arrive("/PHONE-BOARD")
        buyer.wait(lambda: self.shows(buyer, "/BOARDS"))
        self.assertIn("Bo mạch điện thoại <b>4 lớp</b>", buyer.text("h1"))
        row = supplier.find('tr.table-active[data-name$="/PHONE-BOARD"]')
        self.assertIn("Bo mạch điện thoại <b>4 lớp</b>", row.text)
        return buyer.path()

    def shows(self, browser, words):
        """Whether the page, loaded again, has the words."""
        browser.driver.refresh()
        return words in browser.text()

    # The supplier sees why it fits, and nothing that tells the maximum; it sends a quote.

    def quote(self, supplier):
        supplier.follow("Bo mạch điện thoại")
        text = supplier.text()
        self.assertIn("Phù hợp", text)
        self.assertIn("được giữ kín", text)
        self.assertNotIn("100.000 VND", text)
        supplier.press('a.btn-primary[href*="BOARDS"]')
        supplier.fill({"unitPrice.value": "61000", "validUntil": day(30), "note": "Giao hai đợt"})
        supplier.send()
        supplier.arrive("/opportunities")
        self.assertIn("61.000 VND", supplier.text())

    # The supplier is not told of what it does not fit, finds it, and sees what would change that; nor who asks.

    def miss(self, buyer, supplier):
        buyer.open("/publish/requirements")
        buyer.fill({
            "id": "CAR-BOARD", "hsCode": "853400", "description": "Bo mạch ô tô", "quantity": "20000",
            "unitCode": "H87", "delivery.firstDay": day(15), "delivery.lastDay": day(44), "anonymous": "true",
            "requiredCertifications": "IATF 16949",
        })
        buyer.send()
        buyer.arrive("/CAR-BOARD")
        supplier.open("/opportunities")
        supplier.wait(lambda: self.shows(supplier, "Bo mạch ô tô"))
        supplier.follow("Bo mạch ô tô")
        text = supplier.text()
        self.assertIn("Không phù hợp: chứng nhận", text)
        self.assertIn("có chứng nhận IATF 16949", text)
        self.assertNotIn("CAR-BOARD", supplier.driver.page_source)
        self.assertNotIn(buyer.text("footer").split(",")[0], supplier.driver.page_source)

    # The buyer compares, sees why others were left out, and awards with a reason.

    def award(self, buyer, page):
        buyer.open(page)
        self.assertIn("Giao hai đợt", buyer.text())
        buyer.open(page + "/others")
        buyer.open(page)
        buyer.press('a[href^="/publish/awards?"][aria-label*="/BOARDS"]')
        buyer.fill({"unitPrice.value": "61000", "quantity": "5000", "reason": "giá tốt, gần nhà máy"})
        buyer.send()
        buyer.arrive(page)
        self.assertIn("giá tốt, gần nhà máy", buyer.text())
        buyer.press('a[href^="/publish/requirements?key="]')
        buyer.fill({"quantity": "30000"})
        buyer.send()
        buyer.arrive(page)
        self.assertIn("30.000", buyer.text())

    # The official verifies the statement, and sees the numbers drawn.

    def decide(self, official):
        official.open("/verify")
        official.press('a[href^="/publish/verifications?statement="]')
        official.fill({"decision": "ACCEPTED", "evidence": "Hóa đơn năm nay", "official": "Nguyễn Thị Lan"})
        official.send()
        official.arrive("/verify")
        official.open("/localization?by=heading")
        official.wait(lambda: official.driver.execute_script("return Chart.getChart('chart')?.data.datasets.length") == 3)
        self.assertIn("8534", official.text("table"))
        official.open("/localization?by=ward")
        if SHARED_DATA.is_dir():
            official.wait(lambda: official.driver.find_elements(By.CSS_SELECTOR, "#map path"))
            official.picture("official-map")
        self.assertEqual(official.heard(), [])

    def test_every_page_in_both_languages_at_every_width(self):
        """Labels, headings, contrast, widths, console and requests of every page of every role."""
        pages = {
            "fdi": ["/", "/publish/requirements", "/publish/products", "/upload/requirements", "/products"],
            "supplier": ["/", "/opportunities", "/publish/capabilities", "/publish/subscriptions"],
            "official": ["/", "/localization", "/localization?by=heading", "/gaps", "/verify", "/suppliers",
                         "/registrations", "/publish/rates"],
            "operator": ["/", "/refused"],
        }
        wrong = []
        for role, paths in pages.items():
            with Browser(self.links()[role]) as browser:
                if role == "fdi":
                    self.assertEqual(len(browser.wrong_with_bait()), 4)
                if role == "fdi":
                    requirement = browser.find('a[href^="/requirements/"]').get_attribute("href")
                    page = requirement.removeprefix(browser.address)
                    paths += [page, page + "/others"]
                if role == "supplier":
                    capability = browser.find('a[href^="/capabilities/"]').get_attribute("href")
                    paths.append(capability.removeprefix(browser.address))
                for path in paths:
                    wrong += browser.wrong_on(path, f"{role}-{path.strip('/').replace('/', '-').replace('?', '-') or 'home'}")
        self.assertEqual(wrong, [])

    def test_a_page_works_without_script(self):
        """A form is sent and refused, words are looked up, and a record is published, without a line of script."""
        with Browser(self.links()["fdi"]) as buyer:
            buyer.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
            buyer.open("/publish/requirements")
            values = {"id": "NO-SCRIPT", "hsCode": "mach in", "quantity": "100", "unitCode": "H87"}
            for name, value in values.items():
                element = buyer.find(f'[name="{name}"]')
                element.clear()
                element.send_keys(value)
            for name, ahead in (("delivery.firstDay", 15), ("delivery.lastDay", 44)):
                # A day is typed part by part, as the browser's language orders them.
                when = TODAY + datetime.timedelta(days=ahead)
                buyer.find(f'[name="{name}"]').send_keys(when.strftime("%m%d%Y"))
            buyer.send("look")
            buyer.press('input[name="pick"][value="8534"]')
            buyer.send()
            # Four digits are no item to buy: what is wrong stands at the field.
            buyer.find('[id="fault-hsCode"]')
            element = buyer.find('[name="hsCode"]')
            element.clear()
            element.send_keys("853400")
            buyer.send()
            buyer.arrive("/NO-SCRIPT")
