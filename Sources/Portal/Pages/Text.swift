/// Every text of the pages, in Vietnamese and in English.
enum Text: String, CaseIterable, Sendable {
    // Every page.
    case tagline, skipToContent, navigation, overview, refused, otherLanguage, operatorView
    case noneYet, notStated, yes, no
    // The overview.
    case updatesItself, pause, resume, counts, what, number
    case requirements, openRequirements, matchedRequirements, capabilities, profiles, products, awards, quotes
    case subscriptions, verifications, rates, matchSetsInHistory, opportunities, pending, refusedRecords
    case threeNumbers, threeNumbersCaption, neverMixed, howComputed, demandToday, potential, realised, measure
    case inCountryShare, domesticallyOwnedShare, valueAddedRatio, inCountryMeaning, domesticallyOwnedMeaning
    case valueAddedMeaning, totalValue, plansDoNotReserve, leftOut, nothingLeftOut
    case withoutPrice, withoutRate, outOfRange
    case latestMatches, latestMatchesCaption, requirement, buyer, qualifyingSuppliers, bestSupplier, score, ratio
    case status, time, noMatchesYet
    case firstSteps, firstStepsLead, stepSample, stepReference, stepProfiles, stepCapabilities, stepRequirements
    case stepApi, listsMissing
    // A requirement.
    case details, hsCode, description, quantity, openQuantity, unit, delivery, place, maximumPrice, leadTime
    case certifications, minimumLvc, minimumOwnership, maximumDistance, attributes, partialSupply, closingDay,
        quotesSealedUntil
    case quotingSuppliers, quotedPrice, fewSuppliers, quoteInOtherUnit
    case currentSourcing, currentPrice, product, anonymousAs, version, acceptedAt, withdrawn, days, metres
    case currentMatchSet, notMatched, notMatchedYet, causedBy, engineVersion, candidatesExamined
    case ranking, rankingCaption, rank, supplier, capability, priceTerm, coverageTerm, localizationTerm, unitPrice
    case available, lvc, notes, noCostStatement, unverified, nobodyQualifies, explain
    case plan, planCaption, amount, addedValue, noPlan, uncovered, arithmetic, arithmeticFormula, ratioAbsent
    case nearMisses, nearMissesCaption, nearMissCounts, failsOnly, wouldFitWith, couldScore, awardFlags
    case history, historyCaption, noHistory
    // The refused records.
    case refusedCaption, refusedLead, record, reason, field, message, nothingRefused, shownOfAll
    // The gaps.
    case gaps, gapsLead, gapsCaption, noGapsYet, gapRequirements, gapFirms, gapUnvalued, gapSuppliers, lacking, change
    case unlocks, upTo, changeToMaximum, nothingUnlocks
    // Problems.
    case problem, backToOverview
    // Statuses and sourcing.
    case statusOpen, statusAwarded, statusClosed, statusWithdrawn
    case sourcingImported, sourcingFdiInVietnam, sourcingDomestic
    // Reasons.
    case reasonCapacity, reasonMinimumOrder, reasonPrice, reasonLeadTime, reasonCertification, reasonLocalContent
    case reasonOwnership, reasonDistance, reasonAttribute, reasonValidity
    // Why there is no ratio.
    case absentNoReferencePrice, absentNoRate, absentAmountOutOfRange, absentNothingOpen
    // What would make a near miss fit.
    case changeCapacity, changeMinimumOrder, changePrice, changeRate, changeLeadTime, changeCertification
    case changeLocalContent, changeOwnership, changeDistance, changePlace, changeAttribute, changeValidity
    // What an official should know of an award.
    case flagExceedsQuantity, flagExceedsCapacity, flagNotACandidate
}

extension Text {
    /// The text in Vietnamese and in English.
    var wordings: (vietnamese: String, english: String) {
        switch self {
        case .tagline:
            ("Kết nối cung – cầu công nghiệp Bắc Ninh", "Connecting industrial demand and supply in Bac Ninh")
        case .skipToContent: ("Đến nội dung", "Skip to content")
        case .navigation: ("Điều hướng", "Navigation")
        case .overview: ("Tổng quan", "Overview")
        case .refused: ("Bản ghi bị từ chối", "Refused records")
        case .otherLanguage: ("English", "Tiếng Việt")
        case .operatorView:
            (
                "Chế độ người vận hành: chỉ máy này truy cập được, mọi dữ liệu đều hiển thị.",
                "Operator's view: only this machine can reach it, and everything is shown."
            )
        case .noneYet: ("Chưa có", "None yet")
        case .notStated: ("Không nêu", "Not stated")
        case .yes: ("Có", "Yes")
        case .no: ("Không", "No")

        case .updatesItself: ("Trang tự cập nhật sau mỗi 5 giây.", "This page updates itself every 5 seconds.")
        case .pause: ("Tạm dừng cập nhật", "Pause updates")
        case .resume: ("Tiếp tục cập nhật", "Resume updates")
        case .counts: ("Số lượng hiện có", "What there is")
        case .what: ("Nội dung", "What")
        case .number: ("Số lượng", "Number")
        case .requirements: ("Nhu cầu mua", "Requirements")
        case .openRequirements: ("Nhu cầu đang mở", "Open requirements")
        case .matchedRequirements: ("Nhu cầu đang mở có nhà cung ứng", "Open requirements with a supplier")
        case .capabilities: ("Năng lực cung ứng", "Capabilities")
        case .profiles: ("Hồ sơ doanh nghiệp", "Enterprise profiles")
        case .products: ("Sản phẩm", "Products")
        case .awards: ("Kết quả lựa chọn", "Awards")
        case .quotes: ("Báo giá", "Quotes")
        case .subscriptions: ("Đăng ký nhận tin", "Subscriptions")
        case .verifications: ("Xác minh", "Verifications")
        case .rates: ("Tỷ giá", "Exchange rates")
        case .matchSetsInHistory: ("Lượt ghép nối đã lưu", "Match sets in the history")
        case .opportunities: ("Cơ hội đã báo", "Opportunities told")
        case .pending: ("Bản ghi đang chờ", "Records waiting")
        case .refusedRecords: ("Bản ghi bị từ chối", "Refused records")

        case .threeNumbers: ("Ba chỉ số nội địa hóa", "The three localization numbers")
        case .threeNumbersCaption:
            (
                "Mỗi chỉ số theo cách mua hiện nay, theo phương án ghép nối và theo kết quả đã chọn",
                "Each number as bought today, as the plans propose, and as awarded"
            )
        case .howComputed: ("Cách tính", "How they are computed")
        case .neverMixed:
            (
                "Ba chỉ số trả lời ba câu hỏi khác nhau và không cộng gộp với nhau.",
                "The three answer different questions and are never mixed."
            )
        case .demandToday: ("Nhu cầu hiện nay", "Demand today")
        case .potential: ("Tiềm năng", "Potential")
        case .realised: ("Đã thực hiện", "Realised")
        case .measure: ("Chỉ số", "Number")
        case .inCountryShare: ("Tỷ lệ mua trong nước", "In-country share")
        case .domesticallyOwnedShare: ("Tỷ lệ mua từ doanh nghiệp Việt Nam", "Domestically owned share")
        case .valueAddedRatio: ("Tỷ lệ giá trị gia tăng nội địa", "Value-added ratio")
        case .inCountryMeaning:
            ("Mua từ bên bán đặt tại Việt Nam, bất kể chủ sở hữu", "Bought from anyone located in Viet Nam")
        case .domesticallyOwnedMeaning:
            (
                "Mua từ bên bán có ít nhất 51% vốn Việt Nam, tính toàn bộ giá trị",
                "Bought from suppliers at least 51% Vietnamese-owned, counted in full"
            )
        case .valueAddedMeaning:
            (
                "Giá trị mua nhân với hàm lượng giá trị nội địa (LVC)",
                "What is bought times its local value content (LVC)"
            )
        case .totalValue: ("Tổng giá trị", "Total value")
        case .plansDoNotReserve:
            (
                "Phương án không giữ chỗ năng lực: năng lực mà nhiều nhu cầu cùng cần được tính cho từng nhu cầu.",
                "Plans reserve nothing: capacity that several requirements claim counts for each."
            )
        case .leftOut: ("Không tính vào", "Left out")
        case .nothingLeftOut: ("Không bỏ sót nhu cầu nào.", "Nothing is left out.")
        case .withoutPrice:
            ("nhu cầu không có giá để tính giá trị", "requirements without a price to value them at")
        case .withoutRate:
            (
                "khoản tiền bằng ngoại tệ chưa có tỷ giá (hãy công bố tỷ giá)",
                "amounts in a currency without a rate (publish rates)"
            )
        case .outOfRange: ("khoản tiền vượt giới hạn tính toán", "amounts too large to add up")

        case .latestMatches: ("Ghép nối mới nhất", "Latest matches")
        case .latestMatchesCaption:
            (
                "Kết quả hiện tại của từng nhu cầu, mới nhất trước",
                "The current result of each requirement, newest first"
            )
        case .requirement: ("Nhu cầu", "Requirement")
        case .buyer: ("Bên mua", "Buyer")
        case .qualifyingSuppliers: ("Nhà cung ứng đạt", "Qualifying suppliers")
        case .bestSupplier: ("Nhà cung ứng tốt nhất", "Best supplier")
        case .score: ("Điểm", "Score")
        case .ratio: ("Tỷ lệ giá trị nội địa hóa", "Localization value ratio")
        case .status: ("Trạng thái", "Status")
        case .time: ("Thời điểm", "Time")
        case .noMatchesYet: ("Chưa có kết quả ghép nối.", "There are no matches yet.")

        case .firstSteps: ("Bắt đầu", "What to do first")
        case .firstStepsLead:
            ("Chưa có dữ liệu. Chọn một trong các cách sau:", "There is nothing here yet. Begin with one of these:")
        case .stepSample: ("Thử với một thị trường giả định nhỏ:", "Try it with a small fictional market:")
        case .stepReference:
            (
                "Nạp danh mục HS, đơn vị tính và xã, phường để mã được kiểm tra:",
                "Import the lists of HS codes, units and wards, so that codes are checked:"
            )
        case .stepProfiles: ("Công bố hồ sơ doanh nghiệp:", "Publish enterprise profiles:")
        case .stepCapabilities: ("Công bố năng lực cung ứng:", "Publish what suppliers can make:")
        case .stepRequirements: ("Công bố nhu cầu mua:", "Publish what firms buy:")
        case .stepApi:
            ("Hoặc gửi qua API, mỗi lần một bản ghi JSON:", "Or send it through the API, one JSON record at a time:")
        case .listsMissing:
            (
                "Danh mục chưa nạp, mã chỉ được kiểm tra về hình thức:",
                "Lists not imported, so that codes are checked by their form only:"
            )

        case .details: ("Chi tiết", "Details")
        case .hsCode: ("Mã HS", "HS code")
        case .description: ("Mô tả", "Description")
        case .quantity: ("Số lượng", "Quantity")
        case .openQuantity: ("Số lượng còn mở", "Open quantity")
        case .unit: ("Đơn vị", "Unit")
        case .delivery: ("Thời gian giao hàng", "Delivery")
        case .place: ("Nơi giao", "Place")
        case .maximumPrice: ("Đơn giá tối đa", "Maximum unit price")
        case .leadTime: ("Thời gian cung ứng tối đa", "Maximum lead time")
        case .certifications: ("Chứng nhận bắt buộc", "Required certifications")
        case .minimumLvc: ("LVC tối thiểu", "Minimum LVC")
        case .minimumOwnership: ("Tỷ lệ sở hữu Việt Nam tối thiểu", "Minimum Vietnamese ownership")
        case .maximumDistance: ("Khoảng cách tối đa", "Maximum distance")
        case .attributes: ("Thông số", "Attributes")
        case .partialSupply: ("Cho phép cung ứng một phần", "Partial supply allowed")
        case .closingDay: ("Ngày đóng", "Closing day")
        case .quotesSealedUntil: ("Báo giá được niêm phong đến hết ngày", "Quotes are sealed until the end of")
        case .quotingSuppliers: ("Nhà cung ứng đã báo giá", "Suppliers that quoted")
        case .quotedPrice:
            ("Giá chào trung bình của các nhà cung ứng", "Price quoted, the suppliers' mean")
        case .fewSuppliers: ("ẩn vì có ít hơn 3 nhà cung ứng", "kept back, as fewer than 3 suppliers quoted")
        case .quoteInOtherUnit:
            (
                "Báo giá theo đơn vị cũ, trước khi nhu cầu được sửa: hãy hỏi giá lại",
                "Quoted in a unit that the requirement has no longer: ask for a new quote"
            )
        case .currentSourcing: ("Nguồn mua hiện nay", "Bought today")
        case .currentPrice: ("Đơn giá hiện nay", "Current unit price")
        case .product: ("Thuộc sản phẩm", "Part of product")
        case .anonymousAs: ("Ẩn danh với mã công khai", "Anonymous, under the public id")
        case .version: ("Phiên bản", "Version")
        case .acceptedAt: ("Tiếp nhận lúc", "Accepted at")
        case .withdrawn: ("Nhu cầu này đã được rút.", "This requirement was withdrawn.")
        case .days: ("ngày", "days")
        case .metres: ("m", "m")

        case .currentMatchSet: ("Kết quả ghép nối hiện tại", "Current match set")
        case .notMatched: ("Chưa ghép nối", "Not matched yet")
        case .notMatchedYet:
            ("Nhu cầu này chưa được ghép nối.", "This requirement has not been matched yet.")
        case .causedBy: ("Do bản ghi", "Caused by record")
        case .engineVersion: ("Phiên bản bộ ghép nối", "Engine version")
        case .candidatesExamined: ("Năng lực đã xét", "Capabilities examined")
        case .ranking: ("Xếp hạng nhà cung ứng", "Ranked suppliers")
        case .rankingCaption:
            (
                "Điểm là tổng của ba phần: giá, đáp ứng số lượng và nội địa hóa",
                "The score is the sum of its terms: price, coverage and localization"
            )
        case .rank: ("Hạng", "Rank")
        case .supplier: ("Nhà cung ứng", "Supplier")
        case .capability: ("Năng lực", "Capability")
        case .priceTerm: ("Giá", "Price")
        case .coverageTerm: ("Đáp ứng", "Coverage")
        case .localizationTerm: ("Nội địa hóa", "Localization")
        case .unitPrice: ("Đơn giá", "Unit price")
        case .available: ("Khả dụng", "Available")
        case .lvc: ("LVC", "LVC")
        case .notes: ("Ghi chú", "Notes")
        case .noCostStatement: ("không có bảng kê chi phí", "no cost statement")
        case .unverified: ("chưa xác minh", "unverified")
        case .nobodyQualifies: ("Chưa có nhà cung ứng nào đạt.", "No supplier qualifies yet.")
        case .explain: ("Giải thích", "Explain")
        case .plan: ("Phương án cung ứng", "Supply plan")
        case .planCaption:
            ("Số lượng lấy từ từng nhà cung ứng theo thứ hạng", "What is taken from each supplier, by rank")
        case .amount: ("Giá trị", "Amount")
        case .addedValue: ("Giá trị × LVC", "Amount × LVC")
        case .noPlan: ("Không có phương án.", "There is no plan.")
        case .uncovered: ("Chưa đáp ứng", "Uncovered")
        case .arithmetic: ("Cách tính tỷ lệ", "How the ratio comes about")
        case .arithmeticFormula:
            (
                "Tỷ lệ = tổng (giá trị × LVC) ÷ (giá trị theo phương án + phần chưa đáp ứng × giá tham chiếu)",
                "Ratio = Σ (amount × LVC) ÷ (planned amount + uncovered quantity × reference price)"
            )
        case .ratioAbsent: ("Không có tỷ lệ", "There is no ratio")
        case .nearMisses: ("Gần đạt", "Near misses")
        case .nearMissesCaption:
            (
                "Năng lực chỉ thiếu một điều kiện, và thay đổi nhỏ nhất để đạt",
                "Capabilities that fail one reason only, and the smallest change that would make them fit"
            )
        case .nearMissCounts: ("Số năng lực chỉ thiếu một điều kiện", "Capabilities that fail one reason only")
        case .failsOnly: ("Thiếu", "Fails")
        case .wouldFitWith: ("Sẽ đạt nếu", "Would fit with")
        case .couldScore: ("Điểm có thể đạt", "Score it would have")
        case .awardFlags: ("Lưu ý về kết quả lựa chọn", "Notes on awards")
        case .history: ("Lịch sử ghép nối", "Match history")
        case .historyCaption: ("Các kết quả trước, mới nhất trước", "Earlier match sets, newest first")
        case .noHistory: ("Chưa có kết quả nào trước đó.", "There are no earlier match sets.")

        case .refusedCaption: ("Mới nhất trước", "Newest first")
        case .refusedLead:
            (
                "Không bản ghi nào bị bỏ qua trong im lặng: mỗi bản ghi bị từ chối đều có lý do. "
                    + "Sửa rồi công bố lại với cùng khóa.",
                "Nothing is dropped in silence: each refused record has its reasons. "
                    + "Correct it and publish it again under the same key."
            )
        case .record: ("Bản ghi", "Record")
        case .reason: ("Lý do", "Reason")
        case .field: ("Trường", "Field")
        case .message: ("Thông báo", "Message")
        case .nothingRefused: ("Chưa có bản ghi nào bị từ chối.", "No record was refused.")
        case .shownOfAll: ("hiển thị / tất cả", "shown / in all")

        case .gaps: ("Khoảng trống cung ứng", "Gaps")
        case .gapsLead:
            (
                "Phần nhu cầu chưa phương án nào đáp ứng, và một thay đổi duy nhất sẽ mở ra bao nhiêu. Mỗi thay đổi được tính "
                    + "riêng bằng cách ghép nối lại; các thay đổi trùng lặp nhau nên không cộng gộp.",
                "Demand that no plan covers, and what one change alone would unlock. Each is found by planning anew with that "
                    + "change made; changes overlap, so their amounts are never added."
            )
        case .gapsCaption:
            (
                "Mỗi thay đổi do mọi nhà cung ứng chỉ thiếu điều đó thực hiện",
                "Each change is made by every supplier who lacks nothing else"
            )
        case .noGapsYet:
            (
                "Chưa có khoảng trống nào. Bộ ghép nối báo chúng sau khi có nhu cầu: hãy công bố nhu cầu mua.",
                "No gaps are known. The matcher tells them once there are requirements: publish some."
            )
        case .gapRequirements: ("nhu cầu", "requirements")
        case .gapFirms: ("doanh nghiệp", "firms")
        case .gapUnvalued: ("nhu cầu chưa tính được giá trị", "requirements without a price or a rate to value them")
        case .gapSuppliers: ("Nhà cung ứng", "Suppliers")
        case .lacking: ("Còn thiếu", "Lacking")
        case .change: ("Thay đổi", "Change")
        case .unlocks: ("Mở ra", "Unlocks")
        case .upTo: ("tối đa", "up to")
        case .changeToMaximum: ("giá không quá mức tối đa của bên mua", "a price within the buyer's maximum")
        case .nothingUnlocks:
            ("Không có thay đổi đơn lẻ nào mở ra được phần này.", "No single change would unlock any of it.")

        case .problem: ("Không thực hiện được", "This can't be shown")
        case .backToOverview: ("Về trang tổng quan", "Back to the overview")

        case .statusOpen: ("Đang mở", "Open")
        case .statusAwarded: ("Đã chọn đủ", "Awarded")
        case .statusClosed: ("Đã đóng", "Closed")
        case .statusWithdrawn: ("Đã rút", "Withdrawn")
        case .sourcingImported: ("Nhập khẩu", "Imported")
        case .sourcingFdiInVietnam: ("Doanh nghiệp FDI tại Việt Nam", "FDI supplier in Viet Nam")
        case .sourcingDomestic: ("Doanh nghiệp trong nước", "Domestic supplier")

        case .reasonCapacity: ("công suất", "capacity")
        case .reasonMinimumOrder: ("đơn hàng tối thiểu", "minimum order")
        case .reasonPrice: ("giá", "price")
        case .reasonLeadTime: ("thời gian cung ứng", "lead time")
        case .reasonCertification: ("chứng nhận", "certification")
        case .reasonLocalContent: ("hàm lượng nội địa", "local content")
        case .reasonOwnership: ("sở hữu Việt Nam", "Vietnamese ownership")
        case .reasonDistance: ("khoảng cách", "distance")
        case .reasonAttribute: ("thông số", "attributes")
        case .reasonValidity: ("hiệu lực chào hàng", "validity of the offer")

        case .absentNoReferencePrice:
            (
                "không có giá tham chiếu cho phần chưa đáp ứng: nêu giá hiện nay hoặc giá tối đa",
                "nothing values the uncovered quantity: state a current or a maximum price"
            )
        case .absentNoRate: ("thiếu tỷ giá: hãy công bố tỷ giá", "a rate is missing: publish rates")
        case .absentNothingOpen: ("không còn số lượng mở", "nothing is open")
        case .absentAmountOutOfRange: ("giá trị vượt giới hạn tính toán", "an amount is too large")

        case .changeCapacity: ("thêm {} công suất trong kỳ", "{} more capacity over the window")
        case .changeMinimumOrder: ("giảm đơn hàng tối thiểu {}", "{} less as minimum order")
        case .changePrice: ("giảm {} mỗi đơn vị", "{} less a unit")
        case .changeRate: ("có tỷ giá của {}", "a rate of {}")
        case .changeLeadTime: ("rút ngắn {} ngày", "{} days less lead time")
        case .changeCertification: ("có chứng nhận {}", "certificates of {}")
        case .changeLocalContent: ("thêm {} hàm lượng nội địa", "{} more local value")
        case .changeOwnership: ("thêm {} sở hữu Việt Nam", "{} more Vietnamese ownership")
        case .changeDistance: ("gần hơn {} m", "{} m nearer")
        case .changePlace: ("nêu rõ địa điểm", "a known place")
        case .changeAttribute: ("thông số khác: {}", "other attributes: {}")
        case .changeValidity: ("chào hàng có hiệu lực {}", "an offer that stands {}")

        case .flagExceedsQuantity: ("vượt số lượng yêu cầu", "above the required quantity")
        case .flagExceedsCapacity: ("vượt công suất nhà cung ứng", "above the supplier's capacity")
        case .flagNotACandidate: ("năng lực không phù hợp với nhu cầu", "the capability is no candidate")
        }
    }
}
