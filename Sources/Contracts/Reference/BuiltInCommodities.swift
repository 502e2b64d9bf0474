/// The chapters of the sector and all their headings, in words of our own: digits, English, Vietnamese.
enum BuiltInCommodities {
    /// All chapters and headings, in the order of their codes.
    static let all: [Commodity] = table.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        return Commodity(code: String(parts[0]), vietnamese: String(parts[2]), english: String(parts[1]))
    }

    /// Two digits of each chapter that is covered.
    static let chapters = Set(all.filter { $0.code.utf8.count == 2 }.map(\.code))

    private static let table =
        plastics + rubber + steel + steelArticles + otherMetals + toolsAndFittings
        + machinery + electronics + vehicles + instruments + furniture

    private static let plastics = """
        39|Plastics and articles of plastics|Chất dẻo và sản phẩm bằng chất dẻo
        3901|Ethylene polymers in primary forms|Polyme từ etylen dạng nguyên sinh
        3902|Propylene polymers in primary forms|Polyme từ propylen dạng nguyên sinh
        3903|Styrene polymers in primary forms|Polyme từ styren dạng nguyên sinh
        3904|Vinyl chloride polymers in primary forms|Polyme từ vinyl clorua dạng nguyên sinh
        3905|Vinyl acetate polymers in primary forms|Polyme từ vinyl axetat dạng nguyên sinh
        3906|Acrylic polymers in primary forms|Polyme acrylic dạng nguyên sinh
        3907|Polyesters, polycarbonates and epoxide resins|Polyeste, polycarbonat và nhựa epoxit
        3908|Polyamides in primary forms|Polyamit dạng nguyên sinh
        3909|Amino, phenolic and polyurethane resins|Nhựa amino, phenolic và polyuretan
        3910|Silicones in primary forms|Silicon dạng nguyên sinh
        3911|Petroleum resins and other polymers|Nhựa từ dầu mỏ và polyme khác
        3912|Cellulose and its derivatives|Xenlulo và dẫn xuất
        3913|Natural polymers|Polyme tự nhiên
        3914|Ion exchangers|Chất trao đổi ion
        3915|Plastic waste and scrap|Phế liệu nhựa
        3916|Plastic rods, sticks and profiles|Thanh, que và profin nhựa
        3917|Plastic tubes, hoses and fittings|Ống, vòi và phụ kiện ống bằng nhựa
        3918|Plastic floor and wall coverings|Tấm trải sàn, ốp tường bằng nhựa
        3919|Self-adhesive plastic film and tape|Màng, băng nhựa tự dính
        3920|Plastic sheet and film, not cellular|Tấm, màng nhựa không xốp
        3921|Other plastic sheet and film|Tấm, màng nhựa khác
        3922|Plastic sanitary ware|Thiết bị vệ sinh bằng nhựa
        3923|Plastic packaging, lids and caps|Bao bì, nắp đậy bằng nhựa
        3924|Plastic household articles|Đồ gia dụng bằng nhựa
        3925|Plastic articles for building|Đồ nhựa dùng trong xây dựng
        3926|Other articles of plastics|Sản phẩm khác bằng nhựa

        """

    private static let rubber = """
        40|Rubber and articles of rubber|Cao su và sản phẩm bằng cao su
        4001|Natural rubber|Cao su tự nhiên
        4002|Synthetic rubber|Cao su tổng hợp
        4003|Reclaimed rubber|Cao su tái sinh
        4004|Rubber waste and scrap|Phế liệu cao su
        4005|Compounded rubber, unvulcanised|Cao su hỗn hợp chưa lưu hóa
        4006|Other forms of unvulcanised rubber|Dạng khác của cao su chưa lưu hóa
        4007|Rubber thread and cord|Sợi và dây cao su
        4008|Rubber plates, sheets and profiles|Tấm, dải và profin cao su
        4009|Rubber tubes and hoses|Ống và vòi cao su
        4010|Rubber conveyor and drive belts|Băng tải, đai truyền cao su
        4011|New pneumatic tyres|Lốp hơi mới
        4012|Retreaded, used and solid tyres|Lốp đắp lại, đã dùng và lốp đặc
        4013|Inner tubes|Săm cao su
        4014|Hygienic rubber articles|Đồ cao su vệ sinh, y tế
        4015|Rubber clothing and gloves|Quần áo, găng tay cao su
        4016|Other articles of soft rubber|Sản phẩm khác bằng cao su lưu hóa
        4017|Hard rubber and its articles|Cao su cứng và sản phẩm

        """

    private static let steel = """
        72|Iron and steel|Sắt và thép
        7201|Pig iron|Gang thỏi
        7202|Ferro-alloys|Hợp kim fero
        7203|Directly reduced iron|Sắt hoàn nguyên trực tiếp
        7204|Iron and steel scrap|Phế liệu sắt thép
        7205|Iron and steel granules and powders|Hạt và bột sắt thép
        7206|Iron and plain steel in ingots|Sắt, thép không hợp kim dạng thỏi
        7207|Semi-finished plain steel|Bán thành phẩm thép không hợp kim
        7208|Hot-rolled wide flat steel|Thép cán phẳng rộng, cán nóng
        7209|Cold-rolled wide flat steel|Thép cán phẳng rộng, cán nguội
        7210|Coated wide flat steel|Thép cán phẳng rộng, mạ hoặc phủ
        7211|Narrow flat steel, uncoated|Thép cán phẳng hẹp, không mạ
        7212|Narrow flat steel, coated|Thép cán phẳng hẹp, mạ hoặc phủ
        7213|Hot-rolled steel wire rod|Thép dây cán nóng dạng cuộn
        7214|Hot-rolled or forged steel bars|Thép thanh cán nóng hoặc rèn
        7215|Other plain steel bars|Thép thanh không hợp kim khác
        7216|Plain steel angles and sections|Thép góc, thép hình không hợp kim
        7217|Plain steel wire|Dây thép không hợp kim
        7218|Stainless steel, semi-finished|Thép không gỉ bán thành phẩm
        7219|Wide flat stainless steel|Thép không gỉ cán phẳng rộng
        7220|Narrow flat stainless steel|Thép không gỉ cán phẳng hẹp
        7221|Stainless steel wire rod|Thép không gỉ dạng cuộn cán nóng
        7222|Stainless steel bars and sections|Thép không gỉ dạng thanh, hình
        7223|Stainless steel wire|Dây thép không gỉ
        7224|Other alloy steel, semi-finished|Thép hợp kim khác bán thành phẩm
        7225|Wide flat alloy steel|Thép hợp kim cán phẳng rộng
        7226|Narrow flat alloy steel|Thép hợp kim cán phẳng hẹp
        7227|Alloy steel wire rod|Thép hợp kim dạng cuộn cán nóng
        7228|Alloy steel bars and sections|Thép hợp kim dạng thanh, hình
        7229|Alloy steel wire|Dây thép hợp kim

        """

    private static let steelArticles = """
        73|Articles of iron or steel|Sản phẩm bằng sắt hoặc thép
        7301|Sheet piling and welded sections|Cọc cừ và thép hình hàn
        7302|Railway track material|Vật liệu đường ray
        7303|Cast iron tubes|Ống gang đúc
        7304|Seamless steel tubes|Ống thép không nối
        7305|Large welded steel pipes|Ống thép hàn cỡ lớn
        7306|Other welded steel tubes|Ống thép hàn khác
        7307|Steel pipe fittings|Phụ kiện ghép nối ống thép
        7308|Steel structures and parts|Kết cấu thép và bộ phận
        7309|Large steel tanks|Bể chứa lớn bằng thép
        7310|Steel drums, cans and boxes|Thùng, hộp, lon bằng thép
        7311|Steel cylinders for gas|Bình chứa khí bằng thép
        7312|Steel ropes and cables|Dây bện, cáp thép
        7313|Barbed wire|Dây thép gai
        7314|Steel wire cloth and mesh|Tấm đan, lưới thép
        7315|Steel chain|Xích thép
        7316|Anchors and grapnels|Neo và móc neo
        7317|Nails, tacks and staples of steel|Đinh, đinh ghim bằng thép
        7318|Screws, bolts, nuts and washers|Vít, bu lông, đai ốc và vòng đệm
        7319|Hand sewing needles and pins|Kim khâu tay và ghim
        7320|Steel springs|Lò xo thép
        7321|Stoves and cookers, not electric|Bếp, lò không dùng điện
        7322|Radiators for central heating|Lò sưởi trung tâm, bộ tản nhiệt
        7323|Steel household articles|Đồ gia dụng bằng thép
        7324|Steel sanitary ware|Thiết bị vệ sinh bằng thép
        7325|Cast articles of iron or steel|Sản phẩm đúc bằng sắt thép
        7326|Other articles of iron or steel|Sản phẩm khác bằng sắt thép

        """

    private static let otherMetals = """
        74|Copper and its articles|Đồng và sản phẩm bằng đồng
        7401|Copper mattes|Sten đồng
        7402|Unrefined copper|Đồng chưa tinh luyện
        7403|Refined copper and alloys|Đồng tinh luyện và hợp kim
        7404|Copper scrap|Phế liệu đồng
        7405|Copper master alloys|Hợp kim đồng chủ
        7406|Copper powders and flakes|Bột và vảy đồng
        7407|Copper bars and profiles|Đồng dạng thanh, hình
        7408|Copper wire|Dây đồng
        7409|Copper plate, sheet and strip|Đồng dạng tấm, lá, dải
        7410|Copper foil|Lá đồng mỏng
        7411|Copper tubes|Ống đồng
        7412|Copper pipe fittings|Phụ kiện ống đồng
        7413|Stranded copper wire, not insulated|Dây bện đồng không cách điện
        7415|Copper nails, screws and bolts|Đinh, vít, bu lông đồng
        7418|Copper household articles|Đồ gia dụng bằng đồng
        7419|Other articles of copper|Sản phẩm khác bằng đồng
        75|Nickel and its articles|Niken và sản phẩm bằng niken
        7501|Nickel mattes|Sten niken
        7502|Unwrought nickel|Niken chưa gia công
        7503|Nickel scrap|Phế liệu niken
        7504|Nickel powders|Bột niken
        7505|Nickel bars and wire|Niken dạng thanh, dây
        7506|Nickel plate, strip and foil|Niken dạng tấm, dải, lá
        7507|Nickel tubes and fittings|Ống niken và phụ kiện
        7508|Other articles of nickel|Sản phẩm khác bằng niken
        76|Aluminium and its articles|Nhôm và sản phẩm bằng nhôm
        7601|Unwrought aluminium|Nhôm chưa gia công
        7602|Aluminium scrap|Phế liệu nhôm
        7603|Aluminium powders|Bột nhôm
        7604|Aluminium bars and profiles|Nhôm dạng thanh, hình
        7605|Aluminium wire|Dây nhôm
        7606|Aluminium plate and sheet|Nhôm dạng tấm, lá
        7607|Aluminium foil|Nhôm lá mỏng
        7608|Aluminium tubes|Ống nhôm
        7609|Aluminium pipe fittings|Phụ kiện ống nhôm
        7610|Aluminium structures|Kết cấu nhôm
        7611|Large aluminium tanks|Bể chứa lớn bằng nhôm
        7612|Aluminium cans and boxes|Thùng, hộp, lon nhôm
        7613|Aluminium cylinders for gas|Bình chứa khí bằng nhôm
        7614|Stranded aluminium wire, not insulated|Dây bện nhôm không cách điện
        7615|Aluminium household articles|Đồ gia dụng bằng nhôm
        7616|Other articles of aluminium|Sản phẩm khác bằng nhôm

        """

    private static let toolsAndFittings = """
        82|Tools and cutlery|Dụng cụ và dao kéo
        8201|Garden and farm hand tools|Dụng cụ cầm tay làm vườn, làm ruộng
        8202|Saws and saw blades|Cưa và lưỡi cưa
        8203|Files, pliers and cutters|Giũa, kìm và dụng cụ cắt
        8204|Spanners and wrenches|Cờ lê, mỏ lết
        8205|Other hand tools|Dụng cụ cầm tay khác
        8206|Sets of hand tools|Bộ dụng cụ cầm tay
        8207|Tools for machines: dies, drills, cutters|Dụng cụ lắp máy: khuôn, mũi khoan, dao
        8208|Machine knives and blades|Dao và lưỡi cắt dùng cho máy
        8209|Carbide tips for tools|Mũi hợp kim cứng cho dụng cụ
        8210|Hand-operated kitchen appliances|Đồ cơ khí nhà bếp quay tay
        8211|Knives|Dao
        8212|Razors and razor blades|Dao cạo và lưỡi dao cạo
        8213|Scissors|Kéo
        8214|Other cutlery|Đồ dao kéo khác
        8215|Spoons and forks|Thìa, dĩa
        83|Fittings and small articles of base metal|Phụ kiện và đồ nhỏ bằng kim loại cơ bản
        8301|Locks and keys|Khóa và chìa khóa
        8302|Mountings, hinges and fittings|Giá đỡ, bản lề và phụ kiện lắp ráp
        8303|Safes and strong-boxes|Két an toàn
        8304|Metal office equipment|Đồ dùng văn phòng bằng kim loại
        8305|Clips and staples|Kẹp giấy và ghim dập
        8306|Bells, frames and ornaments of metal|Chuông, khung và đồ trang trí kim loại
        8307|Flexible metal tubing|Ống dễ uốn bằng kim loại
        8308|Clasps, buckles, hooks and eyelets|Móc cài, khóa, khuy
        8309|Metal caps and closures|Nút, nắp đậy bằng kim loại
        8310|Metal sign and name plates|Biển hiệu, biển tên bằng kim loại
        8311|Welding wire and electrodes|Dây và que hàn

        """

    private static let machinery = """
        84|Machinery and mechanical appliances|Máy móc và thiết bị cơ khí
        8401|Nuclear reactors|Lò phản ứng hạt nhân
        8402|Steam boilers|Nồi hơi
        8403|Central heating boilers|Nồi hơi sưởi trung tâm
        8404|Auxiliary plant for boilers|Thiết bị phụ trợ nồi hơi
        8405|Gas generators|Máy sản xuất khí
        8406|Steam turbines|Tua bin hơi
        8407|Spark-ignition engines|Động cơ đốt trong đánh lửa
        8408|Diesel engines|Động cơ diesel
        8409|Engine parts|Bộ phận động cơ
        8410|Hydraulic turbines|Tua bin thủy lực
        8411|Turbo-jets and gas turbines|Tua bin phản lực và tua bin khí
        8412|Other engines and motors|Động cơ và mô tơ khác
        8413|Pumps for liquids|Bơm chất lỏng
        8414|Air pumps, compressors and fans|Bơm không khí, máy nén và quạt
        8415|Air conditioners|Máy điều hòa không khí
        8416|Furnace burners|Đầu đốt lò
        8417|Industrial furnaces, not electric|Lò công nghiệp không dùng điện
        8418|Refrigerators and freezers|Tủ lạnh, tủ đông
        8419|Plant for treatment by heat|Thiết bị xử lý bằng nhiệt
        8420|Calendering machines|Máy cán là
        8421|Centrifuges and filters|Máy ly tâm và máy lọc
        8422|Packing and dishwashing machines|Máy đóng gói, máy rửa bát
        8423|Weighing machines|Cân
        8424|Spraying appliances|Thiết bị phun
        8425|Hoists, winches and jacks|Palăng, tời và kích
        8426|Cranes|Cần trục
        8427|Fork-lift trucks|Xe nâng hàng
        8428|Lifts, conveyors and handling machines|Thang máy, băng tải và máy nâng chuyển
        8429|Bulldozers and excavators|Máy ủi, máy xúc
        8430|Other earth-moving machines|Máy đào đất khác
        8431|Parts of lifting and earth-moving machines|Bộ phận máy nâng và máy làm đất
        8432|Soil-working machines|Máy làm đất nông nghiệp
        8433|Harvesting machines|Máy thu hoạch
        8434|Dairy machines|Máy vắt sữa, chế biến sữa
        8435|Presses for wine and juice|Máy ép rượu, nước quả
        8436|Other farm machines|Máy nông nghiệp khác
        8437|Grain cleaning and milling machines|Máy làm sạch, xay xát hạt
        8438|Food and drink machinery|Máy chế biến thực phẩm, đồ uống
        8439|Pulp and paper-making machines|Máy làm bột giấy và giấy
        8440|Book-binding machines|Máy đóng sách
        8441|Paper-converting machines|Máy gia công giấy
        8442|Printing plate equipment|Thiết bị làm khuôn in
        8443|Printers and printing machines, parts|Máy in và bộ phận
        8444|Man-made fibre machines|Máy kéo sợi nhân tạo
        8445|Spinning machines|Máy kéo sợi
        8446|Looms|Máy dệt
        8447|Knitting machines|Máy dệt kim
        8448|Auxiliary textile machines and parts|Máy phụ trợ dệt và bộ phận
        8449|Felt and non-woven machines|Máy làm phớt, vải không dệt
        8450|Washing machines|Máy giặt
        8451|Textile finishing machines|Máy hoàn tất vải
        8452|Sewing machines|Máy khâu
        8453|Leather and shoe machines|Máy làm da và giày
        8454|Metal casting machines|Máy đúc kim loại
        8455|Metal rolling mills|Máy cán kim loại
        8456|Laser and discharge machine tools|Máy gia công bằng laser, tia điện
        8457|Machining centres|Trung tâm gia công
        8458|Lathes|Máy tiện
        8459|Drilling, boring and milling machines|Máy khoan, doa, phay
        8460|Grinding and honing machines|Máy mài, đánh bóng
        8461|Planing and gear-cutting machines|Máy bào, cắt bánh răng
        8462|Presses and bending machines for metal|Máy ép, dập, uốn kim loại
        8463|Other metal-forming machines|Máy tạo hình kim loại khác
        8464|Stone and glass working machines|Máy gia công đá, thủy tinh
        8465|Wood and plastics working machines|Máy gia công gỗ, nhựa cứng
        8466|Parts of machine tools|Bộ phận máy công cụ
        8467|Power hand tools|Dụng cụ cầm tay có động cơ
        8468|Gas welding machines|Máy hàn khí
        8470|Calculating machines and cash registers|Máy tính tay, máy tính tiền
        8471|Computers and their units|Máy xử lý dữ liệu và khối chức năng
        8472|Other office machines|Máy văn phòng khác
        8473|Parts of computers and office machines|Bộ phận máy tính và máy văn phòng
        8474|Mineral crushing and mixing machines|Máy nghiền, trộn khoáng vật
        8475|Lamp and glass making machines|Máy làm bóng đèn, thủy tinh
        8476|Vending machines|Máy bán hàng tự động
        8477|Rubber and plastics machines|Máy gia công cao su, nhựa
        8478|Tobacco machines|Máy chế biến thuốc lá
        8479|Machines of individual function|Máy có chức năng riêng
        8480|Moulds and moulding boxes|Khuôn đúc và hộp khuôn
        8481|Taps and valves|Vòi, van
        8482|Ball and roller bearings|Ổ bi, ổ đũa
        8483|Shafts, gears and bearing housings|Trục, bánh răng và gối đỡ
        8484|Gaskets and seals|Gioăng, đệm kín
        8485|Additive manufacturing machines|Máy in 3D
        8486|Semiconductor and display making machines|Máy sản xuất bán dẫn, màn hình
        8487|Other machinery parts|Bộ phận máy khác

        """

    private static let electronics = """
        85|Electrical machinery and electronics|Máy điện và thiết bị điện tử
        8501|Electric motors and generators|Động cơ và máy phát điện
        8502|Generating sets|Tổ máy phát điện
        8503|Parts of motors and generators|Bộ phận động cơ, máy phát điện
        8504|Transformers, power supplies, inductors|Biến áp, bộ nguồn và cuộn cảm
        8505|Magnets and electro-magnets|Nam châm và nam châm điện
        8506|Primary batteries|Pin sơ cấp
        8507|Rechargeable batteries|Ắc quy, pin sạc
        8508|Vacuum cleaners|Máy hút bụi
        8509|Motorised kitchen appliances|Đồ điện cơ gia dụng
        8510|Shavers and hair clippers|Máy cạo râu, tông đơ
        8511|Engine ignition and starting equipment|Thiết bị đánh lửa, khởi động
        8512|Vehicle lighting and signals|Đèn và tín hiệu cho xe
        8513|Portable lamps|Đèn xách tay
        8514|Electric industrial furnaces|Lò điện công nghiệp
        8515|Electric welding and soldering machines|Máy hàn điện
        8516|Electric heaters and hair dryers|Thiết bị đun, sưởi điện
        8517|Telephones and network equipment|Điện thoại và thiết bị mạng
        8518|Microphones, loudspeakers, headphones|Micro, loa, tai nghe
        8519|Sound recorders and players|Thiết bị ghi, phát âm thanh
        8521|Video recorders and players|Thiết bị ghi, phát hình ảnh
        8522|Parts of recorders and players|Bộ phận thiết bị ghi, phát
        8523|Storage media and smart cards|Phương tiện lưu trữ, thẻ thông minh
        8524|Flat panel display modules|Mô-đun màn hình phẳng
        8525|Transmitters and cameras|Thiết bị phát và camera
        8526|Radar and navigation by radio|Ra đa, dẫn đường vô tuyến
        8527|Radio receivers|Máy thu thanh
        8528|Monitors, projectors and televisions|Màn hình, máy chiếu và tivi
        8529|Parts of displays, cameras and radios|Bộ phận màn hình, camera, máy thu phát
        8530|Traffic signalling equipment|Thiết bị tín hiệu giao thông
        8531|Alarms and indicator panels|Thiết bị báo động, bảng chỉ báo
        8532|Capacitors|Tụ điện
        8533|Resistors|Điện trở
        8534|Printed circuits|Mạch in
        8535|Switchgear above 1,000 volts|Thiết bị đóng cắt trên 1.000 V
        8536|Switches, relays and connectors to 1,000 volts|Công tắc, rơ le, đầu nối đến 1.000 V
        8537|Control panels and cabinets|Bảng, tủ điều khiển điện
        8538|Parts of switchgear|Bộ phận thiết bị đóng cắt
        8539|Electric and LED lamps|Bóng đèn điện, đèn LED
        8540|Electronic tubes|Đèn điện tử
        8541|Diodes, transistors and sensors|Điốt, tranzito và cảm biến bán dẫn
        8542|Integrated circuits|Mạch điện tử tích hợp
        8543|Electrical apparatus of individual function|Thiết bị điện có chức năng riêng
        8544|Insulated wire and cable|Dây, cáp điện cách điện
        8545|Carbon electrodes and brushes|Điện cực, chổi than
        8546|Electrical insulators|Vật cách điện
        8547|Insulating fittings|Phụ kiện cách điện
        8548|Other electrical parts|Bộ phận điện khác
        8549|Electronic waste|Phế liệu điện, điện tử

        """

    private static let vehicles = """
        86|Railway vehicles and containers|Phương tiện đường sắt và công-te-nơ
        8601|Electric locomotives|Đầu máy điện
        8602|Other locomotives|Đầu máy khác
        8603|Self-propelled rail coaches|Toa tự hành
        8604|Railway service vehicles|Xe bảo dưỡng đường sắt
        8605|Passenger coaches|Toa chở khách
        8606|Goods wagons|Toa chở hàng
        8607|Parts of railway vehicles|Bộ phận phương tiện đường sắt
        8608|Railway fixtures and signals|Thiết bị cố định, tín hiệu đường sắt
        8609|Freight containers|Công-te-nơ
        87|Road vehicles and parts|Xe cộ và phụ tùng
        8701|Tractors|Máy kéo
        8702|Buses|Xe chở từ 10 người
        8703|Cars|Ô tô con
        8704|Trucks|Ô tô tải
        8705|Special purpose vehicles|Xe chuyên dùng
        8706|Chassis with engines|Khung gầm gắn động cơ
        8707|Vehicle bodies|Thân xe
        8708|Parts of motor vehicles|Phụ tùng ô tô
        8709|Works trucks|Xe vận chuyển nội bộ
        8710|Armoured vehicles|Xe bọc thép
        8711|Motorcycles|Xe máy
        8712|Bicycles|Xe đạp
        8713|Wheelchairs|Xe lăn
        8714|Parts of motorcycles and bicycles|Phụ tùng xe máy, xe đạp
        8715|Baby carriages|Xe đẩy trẻ em
        8716|Trailers and hand carts|Rơ moóc và xe đẩy

        """

    private static let instruments = """
        90|Optical, measuring and medical instruments|Dụng cụ quang học, đo lường và y tế
        9001|Optical fibres and unmounted lenses|Sợi quang, thấu kính chưa lắp
        9002|Mounted lenses|Thấu kính đã lắp
        9003|Spectacle frames|Gọng kính
        9004|Spectacles and goggles|Kính đeo, kính bảo hộ
        9005|Binoculars and telescopes|Ống nhòm, kính thiên văn
        9006|Photographic cameras|Máy ảnh
        9007|Cinema cameras and projectors|Máy quay, máy chiếu phim
        9008|Image projectors|Máy chiếu hình ảnh
        9010|Photographic laboratory equipment|Thiết bị phòng làm ảnh
        9011|Optical microscopes|Kính hiển vi quang học
        9012|Other microscopes|Kính hiển vi khác
        9013|Lasers and other optical devices|Laser và thiết bị quang học khác
        9014|Navigational instruments|Dụng cụ dẫn đường
        9015|Surveying instruments|Dụng cụ trắc địa, khí tượng
        9016|Precision balances|Cân chính xác
        9017|Drawing and length-measuring instruments|Dụng cụ vẽ, đo chiều dài
        9018|Medical instruments|Dụng cụ y tế
        9019|Massage and breathing therapy devices|Máy trị liệu, mát xa, thở
        9020|Breathing appliances and gas masks|Thiết bị thở, mặt nạ phòng độc
        9021|Orthopaedic appliances|Dụng cụ chỉnh hình
        9022|X-ray apparatus|Thiết bị tia X
        9023|Demonstration models|Mô hình giảng dạy
        9024|Material testing machines|Máy thử vật liệu
        9025|Thermometers and hygrometers|Nhiệt kế, ẩm kế
        9026|Flow, level and pressure meters|Dụng cụ đo lưu lượng, mức, áp suất
        9027|Instruments for analysis|Dụng cụ phân tích lý hóa
        9028|Gas, water and electricity meters|Đồng hồ khí, nước, điện
        9029|Counters and speedometers|Máy đếm, đồng hồ tốc độ
        9030|Electrical measuring instruments|Dụng cụ đo điện
        9031|Other measuring machines|Máy đo, kiểm tra khác
        9032|Automatic regulating instruments|Dụng cụ điều chỉnh tự động
        9033|Parts of instruments|Bộ phận dụng cụ chương 90

        """

    private static let furniture = """
        94|Furniture, lighting and prefabricated buildings|Đồ nội thất, đèn và nhà lắp ghép
        9401|Seats and parts|Ghế ngồi và bộ phận
        9402|Medical furniture|Đồ nội thất y tế
        9403|Other furniture and parts|Đồ nội thất khác và bộ phận
        9404|Mattresses and bedding|Đệm và đồ giường
        9405|Luminaires and light fittings|Đèn và bộ đèn
        9406|Prefabricated buildings|Nhà lắp ghép

        """
}
