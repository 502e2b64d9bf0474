import Testing

@testable import Contracts

@Suite(.enabled(if: RealData.folder != nil, Comment(rawValue: RealData.absence))) struct RealListTests {
    @Test func theRealListsAreReadWhole() throws {
        let commodities = try ReferenceImport.check(.commodities, file: RealData.harmonizedSystem)
        #expect(commodities.read == 6940)
        #expect(commodities.kept == 96 + 1228 + 5612)
        let units = try ReferenceImport.check(.units, file: RealData.units)
        #expect(units.read == 2136)
        #expect(units.withdrawn == 309 + 71)
        #expect(units.kept == 1755 + 1)
        #expect(try ReferenceImport.check(.wards, file: RealData.wards).kept == 99)
    }

    @Test func importedListsTellWhatExists() throws {
        let folder = try TemporaryFolder()
        for (list, file) in [
            (ReferenceList.commodities, RealData.harmonizedSystem), (.units, RealData.units), (.wards, RealData.wards),
        ] {
            _ = try ReferenceImport.install(list, from: file, into: folder.path + "/reference")
        }
        let lists = try ReferenceLists(directory: folder.path + "/reference")
        #expect(ReferenceList.allCases.allSatisfy(lists.isImported))
        #expect(lists.commodity("853400").value?.isUnchecked == false)
        #expect(lists.commodity("853400").value?.vietnamese == "Mạch in")
        #expect(lists.commodity("853499").name == "unknown")
        #expect(lists.commodity("0101").name == "known")
        #expect(lists.commodity("999999").name == "unknown")
        #expect(lists.unit("TNE").value?.baseCode == "KGM")
        #expect(lists.unit("MNJ").name == "known")
        #expect(lists.unit("BX").name == "withdrawn X")
        #expect(lists.unit("NPR").name == "withdrawn D")
        #expect(lists.unit("ZZ").name == "known")
        #expect(lists.unit("QQQ").name == "unknown")
        #expect(lists.ward("07210").value?.vietnamese == "Phường Bắc Giang")
        #expect(lists.ward("00001").name == "unknown")
        #expect(lists.commodities(matching: "printed circuit").contains { $0.code == "853400" })
    }

    @Test func everyBuiltInHeadingIsInTheRealListAndNoneOfItsChaptersLacks() throws {
        let real = try CommodityList(file: ReferenceFile(path: RealData.harmonizedSystem))
        for commodity in BuiltInCommodities.all { #expect(real.find(commodity.code).value != nil, "\(commodity.code)") }
        let built = Set(BuiltInCommodities.all.map(\.code))
        for chapter in BuiltInCommodities.chapters {
            for number in 1...99 {
                let heading = chapter + SampleAmount.padded(number, 2)
                #expect((real.find(heading).value != nil) == built.contains(heading), "\(heading)")
            }
        }
        #expect(BuiltInCommodities.chapters.count == 15)
    }

    @Test func everyBuiltInUnitIsInForceAndEachWithdrawnOneIsNot() throws {
        let real = try UnitList(file: ReferenceFile(path: RealData.units))
        for unit in BuiltInUnits.all { #expect(real.find(unit.code).value != nil, "\(unit.code)") }
        for (code, status) in BuiltInUnits.withdrawn { #expect(real.find(code).name == "withdrawn " + status) }
    }

    @Test func everySampledCodeIsInTheRealList() throws {
        let real = try CommodityList(file: ReferenceFile(path: RealData.harmonizedSystem))
        #expect(SampleItem.all.count == 150)
        for item in SampleItem.all { #expect(real.find(item.code).value != nil, "\(item.code)") }
        let market = try SampleMarket(.init(suppliers: 300, requirements: 300, asOf: "2026-03-02"))
        for product in market.products { #expect(real.find(product.hsCode).value != nil, "\(product.hsCode)") }
        let wards = try WardList(file: ReferenceFile(path: RealData.wards))
        for code in SamplePlaces.wardCodes { #expect(wards.find(code).value != nil, "\(code)") }
    }
}
