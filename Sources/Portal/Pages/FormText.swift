/// The texts of signing in, of forms, and of the pages of buyers, suppliers and officials. Reasons of refusals are shown
/// in Vietnamese only: their English message stands beside them.
enum FormText: String, CaseIterable, Sendable {
    // Signing in.
    case signIn, signOut, signInAs, signInHow, linkSpent, notSignedIn, register, registerLead, registrationWaiting
    case registrationRefused, registrationConfirmed, registrations, noRegistrations, confirm, refuse, invite
    case inviteLead, invitationLink, roleFdi, roleSupplier, roleOfficial, roleOperator, enterpriseCode
    case hintEnterpriseCode, contactHow, wrongRole, wrongCode, wrongName, wrongContact, tooManyWaiting
    // What was sent.
    case sentAccepted, sentRepeat, sentPending, sentWaiting, sentRefused, sentWithdrawn
    // Every form.
    case publish, look, computeAndLook, withdraw, amend, publishAgain, required, requiredMark, formRefused
    case numberFormat, formatUnstated, formatVietnamese, formatEnglish, chooseCode, hintId, hintCommodity, hintUnit
    case hintMaximum, hintWard, hintPoint, hintCertifications, hintAnonymous, hintSealed, hintCountry, hintVsic,
        hintCurrency
    case hintMethod, hintPrefixes, hintRequirementUnit, formProfile, formRequirement, formCapability, formProduct,
        formQuote, formAward
    case formSubscription, formVerification, formRate, sectionWho, sectionPlace, sectionContact, sectionWhat
    case sectionToday, sectionConditions, sectionAttributes, sectionProduct, sectionWhatMade, sectionPrices
    case sectionCertificates, sectionStatement, sectionOffer, sectionDecision, sectionWanted, sectionRate, recordId
    case ward, park, latitude, longitude, pickOnMap, name, nameEnglish, kind, kindFdi, kindDomestic, kindOffice
    case vietnameseOwnership, investorCountry, vsic, contactName, contactEmail, contactTelephone, deliveryFirst
    case deliveryLast, currentLvc, leadTimeDays, minimumLvcPercent, minimumOwnershipPercent, maximumDistanceMetres
    case anonymous, quotesSealed, attributeName, attributeMinimum, attributeMaximum, attributeValues, attributeNumber,
        attributeText
    case productId, quantityPerUnit, capacityPerMonth, minimumOrder, validFirst, validLast, fromQuantity, scheme
    case certificateNumber, certificateBody, issuedOn, expiresOn, method, methodIndirect, methodDirect, fiscalYear
    case currency, fob, exw, labour, overhead, otherCost, profit, materialName, materialValue, materialOrigin
    case originUnknown, originating, nonOriginating, evidenceNumber, materialCapability, productName, ownDomesticValue
    case note, decisionReason, awardAwarded, awardConfirmed, awardCompleted, awardCancelled, hsPrefixes, wardCodes
    case profile, statement, statements, certificateOf, certificates, decision, decisionAccepted, decisionRefused
    case evidence, officialName, dongPerUnit, day, statementLvc
    // Buyers.
    case profileLacks, uploadMany, myRequirements, noRequirementsYet, noProductsYet, agreement, limit, firstLines
    case notReachable, leftOutTitle, nobodyLeftOut, failsOn, award, fits, doesNotFit, verdict, asked, offered, holds
    case fails, sealed, exclusionOtherCode, exclusionOtherUnit, exclusionSameOwner, exclusionNotOpen
    // Suppliers.
    case subscriptionLacks, myCapabilities, noCapabilitiesYet, awardsToMe, certificateEnds, certificateEnded
    case opportunity, opportunityOpen, opportunityEnded, watching, watchingLost, reloadForNews, noOpportunitiesYet
    case otherRequirements, otherRequirementsLead, otherRequirementsMore, older, myQuotes, ownCapabilities,
        noCapabilityOfHeading, standingUnstated
    case standingUnverified, standingVerified, standingRefused
    // Products.
    case productLines, lineNoPrice, lineNoRate, lineOutOfRange, lineNoQuantity
    // Officials.
    case localization, groupBy, byHeading, byChapter, byFirm, bySupplier, byIndustry, byWard, byPark, byMonth
    case stageDemand, stagePotential, stageJointlyFeasible, stageRealised, asOfDay, showDay, noNumbersYet
    case dashboardCaption, group, contributionsLead, mapOfWards, jointlyFeasible, inCountryShort, ownedShort
    case addedShort, verifiedShort, smallCells, suppressed, verify, verifyLead, nothingWaits, decide
    case suppliersByReadiness, readinessLead, noSuppliersYet, readiness, statementsOf, certificatesOf
    // Uploads.
    case upload, uploadLead, uploadFile, uploadPreview, uploadFaults, uploadLine, uploadGood, uploadPublish, uploaded
    // Problems by their status.
    case problem400, problem403, problem404, problem410, problem413, problem429, problem500, problem503
    // Refusals.
    case refusalMissing, refusalMalformed, refusalOutOfRange, refusalNotPositive, refusalTooManyDecimals
    case refusalTooLong, refusalTooMany, refusalDuplicate, refusalUnknownCode, refusalWithdrawnCode
    case refusalUnknownCurrency, refusalMixedCurrencies, refusalMalformedDay, refusalWindowEndsBeforeItStarts
    case refusalTiersNotIncreasing, refusalInconsistentStatement, refusalMissingFOB, refusalMethodSwitched
    case refusalStatementCycle, refusalAmbiguousNumber, refusalWrongType, refusalMalformedKey, refusalHeadingChanged
    case refusalUnknownReference, refusalWithdrawnReference, refusalUnknownKey, refusalForeignOwner, refusalNotUTF8
    case refusalMissingColumn, refusalUnknownColumn, refusalEmptyFile, refusalMalformedCSV, refusalUnknownField
}

extension FormText {
    /// The text in Vietnamese and in English.
    var wordings: (vietnamese: String, english: String) {
        switch self {
        case .signIn: ("Đăng nhập", "Sign in")
        case .signOut: ("Đăng xuất", "Sign out")
        case .signInAs: ("Liên kết này dành cho", "This link is for")
        case .signInHow:
            (
                "Mở liên kết đăng nhập mà cơ quan quản lý gửi cho bạn. Chưa có tài khoản? Hãy đăng ký; cán bộ "
                    + "sẽ xác nhận.",
                "Open the sign-in link that the office gave you. No account yet? Register; an official confirms "
                    + "it."
            )
        case .linkSpent:
            (
                "Liên kết đã hết hạn, đã được dùng hoặc bị thu hồi. Hãy xin liên kết mới.",
                "The link has ended, was used, or was revoked. Ask for a new one."
            )
        case .notSignedIn: ("Bạn chưa đăng nhập.", "You have not signed in.")
        case .register: ("Đăng ký", "Register")
        case .registerLead:
            (
                "Dành cho doanh nghiệp FDI và nhà cung ứng. Cán bộ kiểm tra và xác nhận trước khi bạn đăng nhập "
                    + "được.",
                "For FDI firms and suppliers. An official checks and confirms it before you can sign in."
            )
        case .registrationWaiting:
            (
                "Đã nhận đăng ký và đang chờ cán bộ xác nhận. Hãy lưu địa chỉ trang này: đây là nơi bạn đăng "
                    + "nhập sau khi được xác nhận.",
                "It is received and waits for an official. Keep the address of this page: you sign in here once "
                    + "it is confirmed."
            )
        case .registrationRefused:
            (
                "Cán bộ đã từ chối đăng ký này. Hãy liên hệ cơ quan quản lý.",
                "An official has refused this registration. Ask the office why."
            )
        case .registrationConfirmed: ("Đăng ký đã được xác nhận.", "The registration is confirmed.")
        case .registrations: ("Đăng ký và lời mời", "Registrations")
        case .noRegistrations: ("Không có đăng ký nào đang chờ.", "No registration waits.")
        case .confirm: ("Xác nhận", "Confirm")
        case .refuse: ("Từ chối", "Refuse")
        case .invite: ("Mời", "Invite")
        case .inviteLead:
            (
                "Tạo liên kết đăng nhập một lần, dùng được trong bảy ngày. Hãy tự gửi cho người được mời.",
                "Makes a link for one sign-in within seven days. Send it to whom you invite."
            )
        case .invitationLink: ("Liên kết mời:", "The link:")
        case .roleFdi: ("doanh nghiệp FDI", "FDI firm")
        case .roleSupplier: ("nhà cung ứng", "supplier")
        case .roleOfficial: ("cán bộ", "official")
        case .roleOperator: ("người vận hành", "operator")
        case .enterpriseCode: ("Mã số doanh nghiệp (mã số thuế)", "Enterprise code (tax code)")
        case .hintEnterpriseCode: ("10 chữ số, hoặc 10-3 chữ số", "10 digits, or 10-3 digits")
        case .contactHow: ("Thư điện tử hoặc điện thoại", "E-mail or telephone")
        case .wrongRole: ("Chọn loại doanh nghiệp.", "Choose what kind of enterprise it is.")
        case .wrongCode:
            (
                "Mã số doanh nghiệp gồm 10 chữ số, hoặc 10-3 chữ số.",
                "An enterprise code is 10 digits, or 10-3 digits."
            )
        case .wrongName: ("Nhập tên doanh nghiệp.", "Enter the enterprise's name.")
        case .wrongContact:
            (
                "Nhập thư điện tử hoặc điện thoại để liên hệ.",
                "Enter an e-mail address or a telephone number."
            )
        case .tooManyWaiting:
            (
                "Hiện có quá nhiều đăng ký đang chờ; hãy thử lại sau.",
                "Too many registrations wait; try again later."
            )
        case .sentAccepted: ("Đã công bố.", "It is published.")
        case .sentRepeat:
            (
                "Nội dung này đã được công bố trước đó; không có gì thay đổi.",
                "This was published before; nothing has changed."
            )
        case .sentPending:
            (
                "Đã nhận; đang chờ bản ghi được tham chiếu.",
                "It is received, and waits for the record that it names."
            )
        case .sentWaiting:
            (
                "Đã ghi nhận; kết quả sẽ hiển thị trong giây lát.",
                "It is recorded; what becomes of it shows in a moment."
            )
        case .sentRefused:
            (
                "Bị từ chối; lý do ở mục Bản ghi bị từ chối.",
                "It was refused; see Refused records for why."
            )
        case .sentWithdrawn: ("Đã rút.", "It is withdrawn.")
        case .publish: ("Công bố", "Publish")
        case .look: ("Kiểm tra", "Check")
        case .computeAndLook: ("Tính LVC và kiểm tra", "Compute LVC and check")
        case .withdraw: ("Rút bản ghi này", "Withdraw this record")
        case .amend: ("Sửa", "Amend")
        case .publishAgain: ("Công bố lại", "Publish again")
        case .required: ("bắt buộc", "required")
        case .requiredMark: ("Ô có dấu * là bắt buộc.", "Fields with * are required.")
        case .formRefused:
            (
                "Chưa công bố được. Hãy sửa những chỗ được đánh dấu; những gì bạn đã nhập vẫn được giữ.",
                "Not published yet. Correct what is marked; what you typed is kept."
            )
        case .numberFormat: ("Cách viết số", "How numbers are written")
        case .formatUnstated: ("1234.56 (không dấu phân nhóm)", "1234.56 (no separators)")
        case .formatVietnamese: ("1.234,56 (Việt Nam)", "1.234,56 (Vietnamese)")
        case .formatEnglish: ("1,234.56 (Anh)", "1,234.56 (English)")
        case .chooseCode: ("Chọn mã, rồi gửi lại", "Choose a code, then send again")
        case .hintId:
            (
                "Chữ cái, chữ số, dấu chấm, gạch nối, gạch dưới; không đổi khi sửa",
                "Letters, digits, dot, hyphen, underscore; stays the same when amended"
            )
        case .hintCommodity:
            (
                "Mã HS, hoặc từ để tìm, có hoặc không dấu: \"bản mạch\", \"dien tro\"",
                "An HS code, or words to look it up by"
            )
        case .hintUnit: ("Mã UN/ECE, ví dụ H87 (cái), KGM (kg)", "A UN/ECE code, such as H87 (piece), KGM (kg)")
        case .hintMaximum: ("Chỉ bạn thấy; không ai khác", "Only you see it")
        case .hintWard: ("Mã xã, phường gồm năm chữ số", "The ward's code of five digits")
        case .hintPoint:
            (
                "Thay cho xã, phường hoặc chính xác hơn: độ, ví dụ 21.1861",
                "Instead of the ward, or more exact: degrees, such as 21.1861"
            )
        case .hintCertifications:
            (
                "Ví dụ ISO 9001, IATF 16949; cách nhau bằng dấu phẩy",
                "Such as ISO 9001, IATF 16949; parted by commas"
            )
        case .hintAnonymous: ("Nhà cung ứng thấy một mã thay cho tên bạn", "Suppliers see a code instead of your name")
        case .hintSealed:
            (
                "Đến hết ngày đóng, bạn chỉ thấy số báo giá; không thể bỏ niêm phong hay đóng sớm hơn",
                "Until the closing day is over you see only how many there are; the seal can't be taken off, nor the day brought forward"
            )
        case .hintCountry: ("Mã hai chữ cái, ví dụ KR, JP", "Two letters, such as KR, JP")
        case .hintVsic: ("Mã ngành VSIC, ví dụ 26100", "VSIC code, such as 26100")
        case .hintCurrency: ("Mã ba chữ cái, ví dụ VND, USD", "Three letters, such as VND, USD")
        case .hintMethod:
            (
                "Theo Thông tư 05/2018/TT-BCT; một phương pháp cho mỗi năm tài chính",
                "Circular 05/2018/TT-BCT; one method a fiscal year"
            )
        case .hintRequirementUnit: ("Theo đơn vị của nhu cầu", "In the unit of the requirement")
        case .hintPrefixes:
            (
                "2, 4 hoặc 6 chữ số đầu, cách nhau bằng dấu phẩy: 8534, 85",
                "The first 2, 4 or 6 digits, parted by commas: 8534, 85"
            )
        case .formProfile: ("Hồ sơ doanh nghiệp", "Enterprise profile")
        case .formRequirement: ("Công bố nhu cầu mua", "Publish a requirement")
        case .formCapability: ("Công bố năng lực", "Publish a capability")
        case .formProduct: ("Công bố sản phẩm", "Publish a product")
        case .formQuote: ("Gửi báo giá", "Send a quote")
        case .formAward: ("Ghi nhận kết quả lựa chọn", "Record an award")
        case .formSubscription: ("Đăng ký nhận cơ hội", "Subscribe to opportunities")
        case .formVerification: ("Ghi nhận xác minh", "Record a verification")
        case .formRate: ("Công bố tỷ giá", "Publish an exchange rate")
        case .sectionWho: ("Doanh nghiệp", "The enterprise")
        case .sectionPlace: ("Địa điểm", "Place")
        case .sectionContact: ("Liên hệ", "Contact")
        case .sectionWhat: ("Bạn cần mua gì", "What you need")
        case .sectionToday: ("Hiện đang mua thế nào", "How it is bought today")
        case .sectionConditions: ("Điều kiện", "Conditions")
        case .sectionAttributes: ("Thông số kỹ thuật", "Technical attributes")
        case .sectionProduct: ("Thuộc sản phẩm", "Part of a product")
        case .sectionWhatMade: ("Sản phẩm", "What is made")
        case .sectionPrices: ("Đơn giá theo số lượng", "Unit prices by quantity")
        case .sectionCertificates: ("Chứng nhận", "Certificates")
        case .sectionStatement: ("Bảng kê chi phí (LVC)", "Cost statement (LVC)")
        case .sectionOffer: ("Báo giá", "The offer")
        case .sectionDecision: ("Quyết định", "The decision")
        case .sectionWanted: ("Bạn quan tâm gì", "What you want to hear of")
        case .sectionRate: ("Tỷ giá", "The rate")
        case .recordId: ("Mã bản ghi", "Record id")
        case .ward: ("Xã, phường", "Ward")
        case .park: ("Khu công nghiệp", "Industrial park")
        case .latitude: ("Vĩ độ", "Latitude")
        case .longitude: ("Kinh độ", "Longitude")
        case .pickOnMap: ("Bấm vào bản đồ để chọn điểm", "Click the map to choose the point")
        case .name: ("Tên doanh nghiệp", "Enterprise name")
        case .nameEnglish: ("Tên tiếng Anh", "Name in English")
        case .kind: ("Loại", "Kind")
        case .kindFdi: ("Doanh nghiệp FDI", "FDI firm")
        case .kindDomestic: ("Doanh nghiệp trong nước", "Domestic enterprise")
        case .kindOffice: ("Cơ quan nhà nước", "Public office")
        case .vietnameseOwnership: ("Sở hữu Việt Nam (%)", "Vietnamese ownership (%)")
        case .investorCountry: ("Nước đầu tư chính", "Country of the largest investor")
        case .vsic: ("Ngành (VSIC)", "Industry (VSIC)")
        case .contactName: ("Người liên hệ", "Contact")
        case .contactEmail: ("Thư điện tử", "E-mail")
        case .contactTelephone: ("Điện thoại", "Telephone")
        case .deliveryFirst: ("Giao từ ngày", "Delivery from")
        case .deliveryLast: ("Giao đến ngày", "Delivery to")
        case .currentLvc: ("LVC hiện nay (%)", "LVC today (%)")
        case .leadTimeDays: ("Thời gian cung ứng (ngày)", "Lead time (days)")
        case .minimumLvcPercent: ("LVC tối thiểu (%)", "Minimum LVC (%)")
        case .minimumOwnershipPercent: ("Sở hữu Việt Nam tối thiểu (%)", "Minimum Vietnamese ownership (%)")
        case .maximumDistanceMetres: ("Khoảng cách tối đa (m)", "Maximum distance (m)")
        case .anonymous: ("Ẩn danh", "Anonymous")
        case .quotesSealed: ("Niêm phong báo giá", "Seal the quotes")
        case .attributeName: ("Thông số", "Attribute")
        case .attributeMinimum: ("Tối thiểu", "At least")
        case .attributeMaximum: ("Tối đa", "At most")
        case .attributeValues: ("Giá trị cho phép", "Allowed values")
        case .attributeNumber: ("Giá trị số", "Number")
        case .attributeText: ("Giá trị chữ", "Word")
        case .productId: ("Mã sản phẩm", "Product id")
        case .quantityPerUnit: ("Số lượng cho một sản phẩm", "Quantity for one product")
        case .capacityPerMonth: ("Công suất mỗi tháng", "Capacity a month")
        case .minimumOrder: ("Đơn hàng tối thiểu", "Minimum order")
        case .validFirst: ("Có hiệu lực từ", "Valid from")
        case .validLast: ("Có hiệu lực đến", "Valid until")
        case .fromQuantity: ("Từ số lượng", "From quantity")
        case .scheme: ("Tiêu chuẩn", "Scheme")
        case .certificateNumber: ("Số chứng nhận", "Number")
        case .certificateBody: ("Tổ chức cấp", "Issued by")
        case .issuedOn: ("Ngày cấp", "Issued on")
        case .expiresOn: ("Hết hạn", "Expires on")
        case .method: ("Phương pháp", "Method")
        case .methodIndirect: ("Gián tiếp", "Indirect")
        case .methodDirect: ("Trực tiếp", "Direct")
        case .fiscalYear: ("Năm tài chính", "Fiscal year")
        case .currency: ("Đồng tiền", "Currency")
        case .fob: ("Giá FOB", "FOB price")
        case .exw: ("Giá xuất xưởng", "Ex-works price")
        case .labour: ("Nhân công", "Labour")
        case .overhead: ("Chi phí phân bổ", "Overhead")
        case .otherCost: ("Chi phí khác", "Other costs")
        case .profit: ("Lợi nhuận", "Profit")
        case .materialName: ("Nguyên liệu", "Material")
        case .materialValue: ("Trị giá trong một đơn vị", "Value in one unit")
        case .materialOrigin: ("Xuất xứ", "Origin")
        case .originUnknown: ("Không rõ (tính là không có xuất xứ)", "Unknown (counts as non-originating)")
        case .originating: ("Có xuất xứ", "Originating")
        case .nonOriginating: ("Không có xuất xứ", "Non-originating")
        case .evidenceNumber: ("Số chứng từ", "Evidence number")
        case .materialCapability: ("Mua từ năng lực (mã trên hệ thống)", "Bought from capability (key)")
        case .productName: ("Tên sản phẩm", "Product name")
        case .ownDomesticValue: ("Giá trị trong nước do doanh nghiệp tự tạo ra", "Own domestic value")
        case .note: ("Ghi chú", "Note")
        case .decisionReason: ("Lý do", "Reason")
        case .awardAwarded: ("Đã chọn", "Awarded")
        case .awardConfirmed: ("Đã xác nhận", "Confirmed")
        case .awardCompleted: ("Đã hoàn thành", "Completed")
        case .awardCancelled: ("Đã hủy", "Cancelled")
        case .hsPrefixes: ("Mã HS bắt đầu bằng", "HS codes beginning with")
        case .wardCodes: ("Xã, phường giao hàng", "Wards of delivery")
        case .profile: ("Hồ sơ", "Profile")
        case .statement: ("Bảng kê chi phí", "Cost statement")
        case .statements: ("Bảng kê chi phí", "Cost statements")
        case .certificateOf: ("Chứng nhận của năng lực", "Certificate of capability")
        case .certificates: ("Chứng nhận", "Certificates")
        case .decision: ("Quyết định", "Decision")
        case .decisionAccepted: ("Chấp nhận", "Accepted")
        case .decisionRefused: ("Từ chối", "Refused")
        case .evidence: ("Căn cứ (tài liệu đã xem, nơi lưu)", "What was looked at, and where it is")
        case .officialName: ("Tên cán bộ", "Name of the official")
        case .dongPerUnit: ("Số đồng (VND) cho một đơn vị ngoại tệ", "Dong for one unit")
        case .day: ("Ngày", "Day")
        case .statementLvc: ("LVC theo bảng kê", "LVC by the statement")
        case .profileLacks:
            (
                "Bạn chưa có hồ sơ: tên, địa điểm và ngành của bạn chưa ai thấy.",
                "You have no profile: nobody sees your name, place and industry."
            )
        case .uploadMany: ("Công bố nhiều từ CSV", "Publish many from CSV")
        case .myRequirements: ("Nhu cầu của tôi", "My requirements")
        case .noRequirementsYet:
            (
                "Chưa có nhu cầu nào. Hãy công bố nhu cầu đầu tiên; các nhà cung ứng phù hợp hiện ra trong vài "
                    + "giây.",
                "There are none yet. Publish the first; who could supply it shows within seconds."
            )
        case .noProductsYet:
            (
                "Chưa có sản phẩm nào. Công bố sản phẩm để xem tỷ lệ nội địa hóa và các dòng nên nội địa hóa "
                    + "trước.",
                "There are none yet. Publish one to see its ratio, and which lines to localize first."
            )
        case .agreement: ("Hiệp định", "Agreement")
        case .limit: ("Ngưỡng", "Limit")
        case .firstLines: ("Nội địa hóa trước", "Localize first")
        case .notReachable: ("phương án hiện có chưa đủ", "the plans do not reach it")
        case .leftOutTitle: ("Vì sao các nhà cung ứng khác không được chọn", "Why others were left out")
        case .nobodyLeftOut: ("Không nhà cung ứng nào cùng nhóm hàng bị loại.", "Nobody of this heading was left out.")
        case .failsOn: ("Không đạt", "Fails")
        case .award: ("Chọn", "Award")
        case .fits: ("Phù hợp", "It fits")
        case .doesNotFit: ("Không phù hợp", "It does not fit")
        case .verdict: ("Kết quả", "Verdict")
        case .asked: ("Yêu cầu", "Asked")
        case .offered: ("Chào hàng", "Offered")
        case .holds: ("đạt", "holds")
        case .fails: ("không đạt", "fails")
        case .sealed: ("được giữ kín", "sealed")
        case .exclusionOtherCode: ("mã HS khác", "another HS code")
        case .exclusionOtherUnit: ("đơn vị khác", "another unit")
        case .exclusionSameOwner: ("cùng doanh nghiệp", "the same enterprise")
        case .exclusionNotOpen: ("nhu cầu đã đóng", "the requirement is not open")
        case .subscriptionLacks: ("Bạn chưa đăng ký nhận cơ hội.", "You do not hear of opportunities yet.")
        case .myCapabilities: ("Năng lực của tôi", "My capabilities")
        case .noCapabilitiesYet:
            (
                "Chưa có năng lực nào. Công bố những gì bạn làm được để được ghép nối.",
                "There are none yet. Publish what you can make, to be matched."
            )
        case .awardsToMe: ("Kết quả lựa chọn dành cho tôi", "Awards to me")
        case .certificateEnds: ("hết hạn ngày", "ends on")
        case .certificateEnded: ("đã hết hạn ngày", "ended on")
        case .opportunity: ("Cơ hội", "Opportunity")
        case .opportunityOpen: ("Đang mở", "Open")
        case .opportunityEnded: ("Đã kết thúc", "Ended")
        case .watching: ("Cơ hội mới tự hiện ra.", "New opportunities appear by themselves.")
        case .watchingLost: ("Mất kết nối; đang thử lại.", "The connection is lost; trying again.")
        case .reloadForNews: ("Tải lại trang để xem cơ hội mới.", "Load the page again to see new ones.")
        case .noOpportunitiesYet:
            (
                "Chưa có cơ hội nào. Bạn được báo khi một nhu cầu hợp với năng lực và đăng ký của bạn.",
                "There are none yet. You hear when a requirement fits what you make and subscribed to."
            )
        case .otherRequirements: ("Nhu cầu khác trong nhóm hàng của bạn", "Other requirements of your headings")
        case .otherRequirementsMore: ("Những nhu cầu tiếp theo", "The next of them")
        case .older: ("Cơ hội cũ hơn", "Older opportunities")
        case .otherRequirementsLead:
            (
                "Bạn chưa được báo về những nhu cầu này: mở ra để xem điều gì chưa đạt và thay đổi gì sẽ đạt.",
                "You were not told of these: open one to see what is lacking, and what would change it."
            )
        case .myQuotes: ("Báo giá của tôi", "My quotes")
        case .ownCapabilities: ("Năng lực của bạn so với nhu cầu này", "How your capabilities stand to it")
        case .noCapabilityOfHeading:
            (
                "Bạn chưa có năng lực nào thuộc nhóm hàng này.",
                "You have no capability of this heading."
            )
        case .standingUnstated: ("chưa có", "none")
        case .standingUnverified: ("chưa xác minh", "unverified")
        case .standingVerified: ("đã xác minh", "verified")
        case .standingRefused: ("bị từ chối", "refused")
        case .productLines:
            (
                "Cho một đơn vị sản phẩm: phần có xuất xứ / giá trị mua của mỗi dòng. Tỷ lệ = (giá trị nội địa tự làm + phần có xuất xứ của các dòng) ÷ FOB; nếu các phần vượt FOB thì phần không có xuất xứ được trừ khỏi FOB.",
                "For one unit of the product: of each line what originates / what is bought. Ratio = (own domestic value + what originates of the lines) ÷ FOB; where the parts exceed FOB, what does not originate is taken from FOB."
            )
        case .lineNoPrice: ("chưa có giá", "it has no price")
        case .lineNoRate: ("thiếu tỷ giá", "a rate lacks")
        case .lineOutOfRange: ("giá trị quá lớn", "its value is too large")
        case .lineNoQuantity: ("chưa nêu lượng cho một sản phẩm", "it does not say how much a product takes")
        case .localization: ("Nội địa hóa", "Localization")
        case .groupBy: ("Nhóm theo", "Group by")
        case .byHeading: ("Nhóm hàng", "Heading")
        case .byChapter: ("Chương", "Chapter")
        case .byFirm: ("Doanh nghiệp FDI", "Firm")
        case .bySupplier: ("Nhà cung ứng", "Supplier")
        case .byIndustry: ("Ngành", "Industry")
        case .byWard: ("Xã, phường", "Ward")
        case .byPark: ("Khu công nghiệp", "Park")
        case .byMonth: ("Tháng", "Month")
        case .stageDemand: ("Nhu cầu hiện nay", "Demand today")
        case .stagePotential: ("Tiềm năng", "Potential")
        case .stageJointlyFeasible: ("Khả thi đồng thời", "Jointly feasible")
        case .stageRealised: ("Đã thực hiện", "Realised")
        case .asOfDay: ("Tính đến cuối ngày", "As of the end of")
        case .showDay: ("Xem", "Show")
        case .noNumbersYet:
            (
                "Chưa có số liệu. Số liệu xuất hiện khi có nhu cầu mua.",
                "There are no numbers yet. They appear once there are requirements."
            )
        case .dashboardCaption:
            (
                "Ba chỉ số của mỗi nhóm, tính theo đồng với tỷ giá ngày phát sinh",
                "The three numbers of each group, in dong at the rate of the event's day"
            )
        case .group: ("Nhóm", "Group")
        case .contributionsLead:
            (
                "Từng nhu cầu tạo nên số liệu của nhóm; cộng lại bằng số của nhóm. Mở nhu cầu để xem phương án "
                    + "và cách tính tỷ lệ.",
                "Each requirement that makes up the group; their sums are the group's. Open one to see its plan "
                    + "and how its ratio comes about."
            )
        case .mapOfWards:
            (
                "Bản đồ xã, phường: vòng tròn càng lớn nhu cầu càng nhiều, càng xanh tiềm năng nội địa càng cao",
                "Map of the wards: the larger the circle, the more demand; the greener, the more local "
                    + "potential"
            )
        case .jointlyFeasible: ("Khả thi đồng thời", "Jointly feasible")
        case .inCountryShort: ("trong nước", "in country")
        case .ownedShort: ("vốn Việt Nam", "domestic")
        case .addedShort: ("giá trị nội địa", "value added")
        case .verifiedShort: ("đã xác minh", "verified")
        case .smallCells: ("Nhóm dưới ba doanh nghiệp được ẩn.", "Groups of under three firms are left out.")
        case .suppressed: ("ẩn", "suppressed")
        case .verify: ("Xác minh", "Verify")
        case .verifyLead:
            (
                "Những gì chưa cán bộ nào xem: chấp nhận hoặc từ chối, kèm căn cứ và tên.",
                "What no official has examined: accept or refuse it, with evidence and your name."
            )
        case .nothingWaits: ("Không có gì đang chờ.", "Nothing waits.")
        case .decide: ("Quyết định", "Decide")
        case .suppliersByReadiness: ("Mức sẵn sàng", "Readiness")
        case .readinessLead:
            (
                "Ba bước: hồ sơ, mọi bảng kê chi phí và mọi chứng nhận được cán bộ chấp nhận.",
                "Three steps: the profile, every cost statement, and every certificate accepted by an official."
            )
        case .noSuppliersYet:
            (
                "Chưa có nhà cung ứng nào công bố năng lực.",
                "No supplier has published a capability yet."
            )
        case .readiness: ("Số bước", "Steps")
        case .statementsOf: ("Bảng kê (xác minh / có / năng lực)", "Statements (verified / stated / capabilities)")
        case .certificatesOf: ("Chứng nhận (xác minh / có)", "Certificates (verified / stated)")
        case .upload: ("Tải lên CSV", "Upload CSV")
        case .uploadLead:
            (
                "Dòng đầu là tên trường (owner, id, hsCode, …), cách nhau bằng \",\" hoặc \";\", mã hóa UTF-8. "
                    + "Bạn xem trước rồi mới công bố.",
                "The first line names the fields (owner, id, hsCode, …), parted by \",\" or \";\", in UTF-8. "
                    + "You see a preview before anything is published."
            )
        case .uploadFile: ("Tệp CSV", "CSV file")
        case .uploadPreview: ("Xem trước", "Preview")
        case .uploadFaults: ("Chưa đúng", "What is wrong")
        case .uploadLine: ("Dòng", "Line")
        case .uploadGood: ("Có thể công bố", "Can be published")
        case .uploadPublish: ("Công bố những dòng đúng", "Publish what is right")
        case .uploaded:
            (
                "Đã gửi để tiếp nhận (bản ghi bị từ chối, nếu có, nằm ở mục Bản ghi bị từ chối)",
                "Sent (those refused, if any, are under Refused records)"
            )
        case .problem400:
            (
                "Địa chỉ hoặc dữ liệu gửi lên không đọc được. Hãy mở lại trang và thử lại.",
                "The address or what was sent can't be read. Open the page again and retry."
            )
        case .problem403:
            (
                "Trang này không dành cho vai trò của bạn, hoặc biểu mẫu thuộc phiên đăng nhập khác. Hãy mở lại "
                    + "trang từ đầu.",
                "This is not for your role, or the form belongs to another session. Open the page again."
            )
        case .problem404:
            (
                "Không có gì ở đây, hoặc bạn không được xem.",
                "There is nothing here, or nothing that you may see."
            )
        case .problem410: ("Bản ghi này đã được rút.", "This was withdrawn.")
        case .problem413:
            (
                "Dữ liệu gửi lên quá lớn. Hãy gửi ít hơn mỗi lần.",
                "What was sent is too large. Send less at once."
            )
        case .problem429:
            (
                "Quá nhiều yêu cầu cùng lúc. Hãy chờ giây lát.",
                "Too many requests at once. Wait a moment."
            )
        case .problem500:
            (
                "Hệ thống gặp lỗi. Người vận hành xem được nguyên nhân trong nhật ký.",
                "Something failed here. Who runs Linkage sees why in its log."
            )
        case .problem503:
            (
                "Chưa ghi nhận được vì hệ thống ghi nhận tạm ngừng. Chưa có gì được công bố; hãy thử lại sau.",
                "The log can't take records just now. Nothing was published; try again later."
            )
        case .refusalMissing: ("Bắt buộc nhập.", "Bắt buộc nhập.")
        case .refusalMalformed: ("Sai dạng.", "Sai dạng.")
        case .refusalOutOfRange: ("Ngoài giới hạn cho phép.", "Ngoài giới hạn cho phép.")
        case .refusalNotPositive: ("Phải lớn hơn 0.", "Phải lớn hơn 0.")
        case .refusalTooManyDecimals: ("Quá nhiều chữ số thập phân.", "Quá nhiều chữ số thập phân.")
        case .refusalTooLong: ("Quá dài.", "Quá dài.")
        case .refusalTooMany: ("Quá nhiều.", "Quá nhiều.")
        case .refusalDuplicate: ("Bị lặp lại.", "Bị lặp lại.")
        case .refusalUnknownCode: ("Không có mã này.", "Không có mã này.")
        case .refusalWithdrawnCode: ("Mã này đã bị bãi bỏ.", "Mã này đã bị bãi bỏ.")
        case .refusalUnknownCurrency: ("Không có đồng tiền này.", "Không có đồng tiền này.")
        case .refusalMixedCurrencies: ("Mọi giá phải cùng một đồng tiền.", "Mọi giá phải cùng một đồng tiền.")
        case .refusalMalformedDay: ("Ngày không hợp lệ.", "Ngày không hợp lệ.")
        case .refusalWindowEndsBeforeItStarts: ("Ngày cuối trước ngày đầu.", "Ngày cuối trước ngày đầu.")
        case .refusalTiersNotIncreasing:
            (
                "Số lượng của các mức giá phải tăng dần.",
                "Số lượng của các mức giá phải tăng dần."
            )
        case .refusalInconsistentStatement: ("Bảng kê không cân với giá FOB.", "Bảng kê không cân với giá FOB.")
        case .refusalMissingFOB: ("Thiếu giá FOB.", "Thiếu giá FOB.")
        case .refusalMethodSwitched:
            (
                "Không được đổi phương pháp trong năm tài chính.",
                "Không được đổi phương pháp trong năm tài chính."
            )
        case .refusalStatementCycle:
            (
                "Bảng kê tạo thành vòng lặp giữa các nhà cung ứng.",
                "Bảng kê tạo thành vòng lặp giữa các nhà cung ứng."
            )
        case .refusalAmbiguousNumber:
            (
                "Số có thể hiểu theo hai cách: hãy chọn \"Cách viết số\" ở đầu trang.",
                "Số có thể hiểu theo hai cách: hãy chọn \"Cách viết số\" ở đầu trang."
            )
        case .refusalWrongType: ("Không đúng kiểu giá trị.", "Không đúng kiểu giá trị.")
        case .refusalMalformedKey: ("Mã không hợp lệ.", "Mã không hợp lệ.")
        case .refusalHeadingChanged:
            (
                "Không đổi được nhóm hàng: hãy rút và công bố với mã mới.",
                "Không đổi được nhóm hàng: hãy rút và công bố với mã mới."
            )
        case .refusalUnknownReference:
            (
                "Tham chiếu đến bản ghi không tồn tại.",
                "Tham chiếu đến bản ghi không tồn tại."
            )
        case .refusalWithdrawnReference: ("Tham chiếu đến bản ghi đã rút.", "Tham chiếu đến bản ghi đã rút.")
        case .refusalUnknownKey: ("Chưa có bản ghi này.", "Chưa có bản ghi này.")
        case .refusalForeignOwner:
            (
                "Không được công bố thay doanh nghiệp khác.",
                "Không được công bố thay doanh nghiệp khác."
            )
        case .refusalNotUTF8:
            (
                "Tệp không phải UTF-8: trong Excel hãy lưu dạng \"CSV UTF-8\".",
                "Tệp không phải UTF-8: trong Excel hãy lưu dạng \"CSV UTF-8\"."
            )
        case .refusalMissingColumn: ("Thiếu cột này ở dòng đầu.", "Thiếu cột này ở dòng đầu.")
        case .refusalUnknownColumn: ("Không có trường này.", "Không có trường này.")
        case .refusalEmptyFile: ("Tệp trống.", "Tệp trống.")
        case .refusalMalformedCSV: ("Dòng CSV sai dạng.", "Dòng CSV sai dạng.")
        case .refusalUnknownField: ("Không có trường này.", "Không có trường này.")
        }
    }
}
