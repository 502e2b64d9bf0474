/// The description of the HTTP API (OpenAPI 3.1), as `/openapi.yaml` gives it. A test holds it against the router, another
/// asks a running portal everything it describes.
enum OpenAPIDocument {
    static let text = #"""
        # The HTTP API of Linkage as OpenAPI 3.1; a running portal serves it at /openapi.yaml. A test
        # (Tests/Interop/test_api_schema.py) holds it against a running portal.
        openapi: 3.1.0

        info:
          title: Linkage
          version: 1.0.0
          description: |-
            Linkage connects foreign-invested (FDI) manufacturers in Bac Ninh, Viet Nam, with domestic suppliers. Firms and
            officials publish what they buy, make and decide; Linkage answers who could supply what.

            **Signing in.** A program sends `Authorization: Bearer TOKEN`, with a token of `linkage token issue`. A browser's
            session may read with its cookie. A token speaks for one organisation in one role: `fdi`, `supplier`, `official` or
            `operator`. What the caller may not see is left out of lists, null, or answered as not known (404).

            **Publishing.** 202 means that the log has the record, durably. What becomes of it is at `submission`. To read what
            was just published, read with `?after=POSITION`.

            **JSON** is the proto3 mapping of the messages in `topics/proto/linkage/v1`. Money and quantities are decimal
            strings, never JSON numbers. A field with its default value is left out. A record's unknown fields are refused. In a
            record, null and the empty text stand for a missing field, and fields may also be written as in the schema
            (`hs_code`).

            **Queries.** A parameter that the address does not know, or that is given twice, is refused with 400. An empty one
            counts as missing, but for `after`.

            **Everywhere.** Each GET answers HEAD, too; a method that an address does not have is 405, with `Allow`. A call
            under a name that is not the portal's is 421. Problems are `application/problem+json` (RFC 9457); outside `/api/v1`,
            a caller that accepts `text/html` gets them as a page. 500 is a fault of Linkage's own.

            The examples fit the fictional market of `linkage up --sample`.

        servers:
          - url: /

        security:
          - bearer: []
          - session: []

        tags:
          - name: Publishing
            description: What firms and officials say. A key is owner/id; a later record under a key amends it.
          - name: Matching
            description: Who could supply what, and why.
          - name: Numbers
            description: How much local value there is, and could be.
          - name: Operations
            description: For operators and their machines; nobody needs to sign in.

        paths:
          /api/v1/profiles:
            post:
              operationId: publishProfile
              summary: Publish a profile.
              description: For the roles fdi, supplier, official, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - $ref: '#/components/parameters/IdempotencyKey'
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/EnterpriseProfile'}
                    example:
                      owner: '9900000043'
                      id: profile
                      name: Công ty Cổ phần Cơ khí Tưởng Tượng
                      nameEnglish: Imaginary Precision Engineering JSC
                      kind: DOMESTIC
                      vietnameseOwnershipPercent: '87.5'
                      place: {wardCode: '09286', latitude: 21.1503, longitude: 106.1124, industrialPark: KCN Quế Võ}
                      vsicCode: '25920'
                      contactEmail: 'kinh-doanh@co-khi-tuong-tuong.example'
                  application/protobuf:
                    schema: {description: 'The message linkage.v1.EnterpriseProfile.'}
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '413': {$ref: '#/components/responses/TooLarge'}
                '415': {$ref: '#/components/responses/OtherEncoding'}
                '422': {$ref: '#/components/responses/Refused'}
                '503': {$ref: '#/components/responses/Unavailable'}
            get:
              operationId: listProfiles
              summary: The profiles that the caller may see, by key.
              description: Everyone sees all of them.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/Owner'
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Cursor'
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [items, next]
                        properties:
                          items:
                            type: array
                            maxItems: 500
                            items: {$ref: '#/components/schemas/EnterpriseProfileEntry'}
                          next: {$ref: '#/components/schemas/Next'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/profiles/{owner}/{id}:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9900000043'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: profile
            get:
              operationId: getProfile
              summary: What a profile last said.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: What it last said, and how it was accepted.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/EnterpriseProfileEntry'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '410': {$ref: '#/components/responses/Withdrawn'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}
            delete:
              operationId: withdrawProfile
              summary: Withdraw a profile.
              description: For the roles fdi, supplier, official, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - $ref: '#/components/parameters/IdempotencyKey'
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '503': {$ref: '#/components/responses/Unavailable'}

          /api/v1/requirements:
            post:
              operationId: publishRequirement
              summary: Publish a requirement.
              description: For the roles fdi, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - $ref: '#/components/parameters/IdempotencyKey'
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Requirement'}
                    example:
                      owner: '9910000001'
                      id: BRACKET-7731
                      hsCode: '761699'
                      description: Aluminium bracket 6063-T5 for display frame
                      quantity: '480000'
                      unitCode: H87
                      delivery: {firstDay: '2031-04-01', lastDay: '2031-06-30'}
                      place: {wardCode: '09205', latitude: 21.2042, longitude: 105.9871}
                      maximumUnitPrice: {currencyCode: USD, value: '0.42'}
                      maximumLeadTimeDays: 35
                      requiredCertifications: [ISO 9001, RoHS]
                      minimumLvcPercent: '30'
                      maximumDistanceMetres: 60000
                      attributeBounds:
                        - {name: thickness mm, minimum: '1.95', maximum: '2.05'}
                        - {name: coating, allowedValues: [anodised]}
                      closingDay: '2031-02-28'
                      currentSourcing: {kind: IMPORTED, unitPrice: {currencyCode: USD, value: '0.455'}}
                      product: {id: SP-1, quantityPerUnit: '4'}
                  application/protobuf:
                    schema: {description: 'The message linkage.v1.Requirement.'}
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '413': {$ref: '#/components/responses/TooLarge'}
                '415': {$ref: '#/components/responses/OtherEncoding'}
                '422': {$ref: '#/components/responses/Refused'}
                '503': {$ref: '#/components/responses/Unavailable'}
            get:
              operationId: listRequirements
              summary: The requirements that the caller may see, by key.
              description: |-
                A buyer sees its own, an official all without the maximum price, and a supplier, by key, those that it makes
                something for.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/Owner'
                - $ref: '#/components/parameters/HSPrefix'
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Cursor'
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [items, next]
                        properties:
                          items:
                            type: array
                            maxItems: 500
                            items: {$ref: '#/components/schemas/RequirementEntry'}
                          next: {$ref: '#/components/schemas/Next'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/requirements/{owner}/{id}:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9910000001'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: YC-000009
            get:
              operationId: getRequirement
              summary: What a requirement last said.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: What it last said, and how it was accepted.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/RequirementEntry'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '410': {$ref: '#/components/responses/Withdrawn'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}
            delete:
              operationId: withdrawRequirement
              summary: Withdraw a requirement.
              description: For the roles fdi, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - name: id
                  in: path
                  required: true
                  schema: {$ref: '#/components/schemas/Id'}
                  example: BRACKET-7731
                - $ref: '#/components/parameters/IdempotencyKey'
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '503': {$ref: '#/components/responses/Unavailable'}

          /api/v1/products:
            post:
              operationId: publishProduct
              summary: Publish a product.
              description: For the roles fdi, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - $ref: '#/components/parameters/IdempotencyKey'
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Product'}
                    example:
                      owner: '9910000001'
                      id: DISPLAY-55
                      name: Cụm khung màn hình 55 inch
                      hsCode: '852990'
                      fob: {currencyCode: USD, value: '61.80'}
                      exw: {currencyCode: USD, value: '60.20'}
                      ownDomesticValue: {currencyCode: USD, value: '9.35'}
                  application/protobuf:
                    schema: {description: 'The message linkage.v1.Product.'}
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '413': {$ref: '#/components/responses/TooLarge'}
                '415': {$ref: '#/components/responses/OtherEncoding'}
                '422': {$ref: '#/components/responses/Refused'}
                '503': {$ref: '#/components/responses/Unavailable'}
            get:
              operationId: listProducts
              summary: The products that the caller may see, by key.
              description: A buyer sees its own, an official all.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/Owner'
                - $ref: '#/components/parameters/HSPrefix'
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Cursor'
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [items, next]
                        properties:
                          items:
                            type: array
                            maxItems: 500
                            items: {$ref: '#/components/schemas/ProductEntry'}
                          next: {$ref: '#/components/schemas/Next'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/products/{owner}/{id}:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9910000001'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: SP-1
            get:
              operationId: getProduct
              summary: What a product last said.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: What it last said, and how it was accepted.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/ProductEntry'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '410': {$ref: '#/components/responses/Withdrawn'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}
            delete:
              operationId: withdrawProduct
              summary: Withdraw a product.
              description: For the roles fdi, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - name: id
                  in: path
                  required: true
                  schema: {$ref: '#/components/schemas/Id'}
                  example: DISPLAY-55
                - $ref: '#/components/parameters/IdempotencyKey'
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '503': {$ref: '#/components/responses/Unavailable'}

          /api/v1/capabilities:
            post:
              operationId: publishCapability
              summary: Publish a capability.
              description: For the roles supplier, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - $ref: '#/components/parameters/IdempotencyKey'
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Capability'}
                    example:
                      owner: '9900000043'
                      id: BRACKET-AL
                      hsCode: '761699'
                      description: 'Extruded, milled and anodised aluminium brackets'
                      attributes: [{name: thickness mm, number: '2'}, {name: coating, text: anodised}]
                      unitCode: H87
                      capacityPerMonth: '220000'
                      minimumOrder: '5000'
                      unitPriceTiers:
                        - {unitPrice: {currencyCode: VND, value: '10900'}}
                        - {minimumQuantity: '50000', unitPrice: {currencyCode: VND, value: '10400'}}
                      leadTimeDays: 28
                      certifications:
                        - scheme: ISO 9001
                          number: VD-QMS-000123
                          body: Tổ chức chứng nhận Ví Dụ
                          issuedOn: '2029-05-20'
                          expiresOn: '2032-05-19'
                      vietnameseOwnershipPercent: '87.5'
                      place: {wardCode: '09286'}
                      costStatement:
                        method: INDIRECT
                        fiscalYear: 2030
                        currencyCode: VND
                        materials:
                          - name: Thanh nhôm định hình 6063
                            hsCode: '760421'
                            value: '3600'
                            origin: ORIGINATING
                            countryCode: VN
                          - name: Vít thép
                            hsCode: '731815'
                            value: '300'
                            origin: NON_ORIGINATING
                            countryCode: CN
                            evidenceNumber: '106000000001'
                            evidenceDay: '2030-10-18'
                        labour: '2400'
                        overhead: '1500'
                        otherCost: '600'
                        profit: '2000'
                        fob: '10400'
                        exw: '10150'
                  application/protobuf:
                    schema: {description: 'The message linkage.v1.Capability.'}
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '413': {$ref: '#/components/responses/TooLarge'}
                '415': {$ref: '#/components/responses/OtherEncoding'}
                '422': {$ref: '#/components/responses/Refused'}
                '503': {$ref: '#/components/responses/Unavailable'}
            get:
              operationId: listCapabilities
              summary: The capabilities that the caller may see, by key.
              description: A supplier sees its own, an official all.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/Owner'
                - $ref: '#/components/parameters/HSPrefix'
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Cursor'
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [items, next]
                        properties:
                          items:
                            type: array
                            maxItems: 500
                            items: {$ref: '#/components/schemas/CapabilityEntry'}
                          next: {$ref: '#/components/schemas/Next'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/capabilities/{owner}/{id}:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9900000043'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: NL-000089
            get:
              operationId: getCapability
              summary: What a capability last said.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: What it last said, and how it was accepted.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/CapabilityEntry'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '410': {$ref: '#/components/responses/Withdrawn'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}
            delete:
              operationId: withdrawCapability
              summary: Withdraw a capability.
              description: For the roles supplier, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - name: id
                  in: path
                  required: true
                  schema: {$ref: '#/components/schemas/Id'}
                  example: BRACKET-AL
                - $ref: '#/components/parameters/IdempotencyKey'
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '503': {$ref: '#/components/responses/Unavailable'}

          /api/v1/quotes:
            post:
              operationId: publishQuote
              summary: Publish a quote.
              description: For the roles supplier, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - $ref: '#/components/parameters/IdempotencyKey'
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Quote'}
                    example:
                      owner: '9900000043'
                      id: Q-2031-015
                      requirement: 9910000001/YC-000009
                      capability: 9900000043/NL-000089
                      quantity: '220000.5'
                      unitPrice: {currencyCode: VND, value: '59.9'}
                      leadTimeDays: 25
                      validUntil: '2031-03-15'
                      note: Giao hai đợt mỗi tuần
                  application/protobuf:
                    schema: {description: 'The message linkage.v1.Quote.'}
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '413': {$ref: '#/components/responses/TooLarge'}
                '415': {$ref: '#/components/responses/OtherEncoding'}
                '422': {$ref: '#/components/responses/Refused'}
                '503': {$ref: '#/components/responses/Unavailable'}
            get:
              operationId: listQuotes
              summary: The quotes that the caller may see, by key.
              description: A supplier sees its own, a buyer those for its requirements.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/Owner'
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Cursor'
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [items, next]
                        properties:
                          items:
                            type: array
                            maxItems: 500
                            items: {$ref: '#/components/schemas/QuoteEntry'}
                          next: {$ref: '#/components/schemas/Next'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/quotes/{owner}/{id}:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9900000043'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: BG-000009
            get:
              operationId: getQuote
              summary: What a quote last said.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: What it last said, and how it was accepted.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/QuoteEntry'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '410': {$ref: '#/components/responses/Withdrawn'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}
            delete:
              operationId: withdrawQuote
              summary: Withdraw a quote.
              description: For the roles supplier, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - name: id
                  in: path
                  required: true
                  schema: {$ref: '#/components/schemas/Id'}
                  example: Q-2031-015
                - $ref: '#/components/parameters/IdempotencyKey'
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '503': {$ref: '#/components/responses/Unavailable'}

          /api/v1/awards:
            post:
              operationId: publishAward
              summary: Publish an award.
              description: For the roles fdi, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - $ref: '#/components/parameters/IdempotencyKey'
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Award'}
                    example:
                      owner: '9910000001'
                      id: PO-2031-0089
                      requirement: 9910000001/YC-000009
                      capability: 9900000043/NL-000089
                      quantity: '120000'
                      unitPrice: {currencyCode: VND, value: '59.9'}
                      window: {firstDay: '2031-04-15', lastDay: '2031-05-31'}
                      status: CONFIRMED
                      reason: Giá thấp nhất
                  application/protobuf:
                    schema: {description: 'The message linkage.v1.Award.'}
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '413': {$ref: '#/components/responses/TooLarge'}
                '415': {$ref: '#/components/responses/OtherEncoding'}
                '422': {$ref: '#/components/responses/Refused'}
                '503': {$ref: '#/components/responses/Unavailable'}
            get:
              operationId: listAwards
              summary: The awards that the caller may see, by key.
              description: A buyer sees its own, a supplier those to it, an official all.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/Owner'
                - $ref: '#/components/parameters/HSPrefix'
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Cursor'
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [items, next]
                        properties:
                          items:
                            type: array
                            maxItems: 500
                            items: {$ref: '#/components/schemas/AwardEntry'}
                          next: {$ref: '#/components/schemas/Next'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/awards/{owner}/{id}:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9910000001'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: TT-000057
            get:
              operationId: getAward
              summary: What an award last said.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: What it last said, and how it was accepted.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/AwardEntry'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '410': {$ref: '#/components/responses/Withdrawn'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}
            delete:
              operationId: withdrawAward
              summary: Withdraw an award.
              description: For the roles fdi, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - name: id
                  in: path
                  required: true
                  schema: {$ref: '#/components/schemas/Id'}
                  example: PO-2031-0089
                - $ref: '#/components/parameters/IdempotencyKey'
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '503': {$ref: '#/components/responses/Unavailable'}

          /api/v1/subscriptions:
            post:
              operationId: publishSubscription
              summary: Publish a subscription.
              description: For the roles supplier, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - $ref: '#/components/parameters/IdempotencyKey'
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Subscription'}
                    example:
                      owner: '9900000043'
                      id: aluminium-nearby
                      hsPrefixes: ['76', '7326', '848071']
                      wardCodes: ['09205', '09286']
                  application/protobuf:
                    schema: {description: 'The message linkage.v1.Subscription.'}
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '413': {$ref: '#/components/responses/TooLarge'}
                '415': {$ref: '#/components/responses/OtherEncoding'}
                '422': {$ref: '#/components/responses/Refused'}
                '503': {$ref: '#/components/responses/Unavailable'}
            get:
              operationId: listSubscriptions
              summary: The subscriptions that the caller may see, by key.
              description: A supplier sees its own.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/Owner'
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Cursor'
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [items, next]
                        properties:
                          items:
                            type: array
                            maxItems: 500
                            items: {$ref: '#/components/schemas/SubscriptionEntry'}
                          next: {$ref: '#/components/schemas/Next'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/subscriptions/{owner}/{id}:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9900000043'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: DK-1
            get:
              operationId: getSubscription
              summary: What a subscription last said.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: What it last said, and how it was accepted.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/SubscriptionEntry'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '410': {$ref: '#/components/responses/Withdrawn'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}
            delete:
              operationId: withdrawSubscription
              summary: Withdraw a subscription.
              description: For the roles supplier, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - name: id
                  in: path
                  required: true
                  schema: {$ref: '#/components/schemas/Id'}
                  example: aluminium-nearby
                - $ref: '#/components/parameters/IdempotencyKey'
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '503': {$ref: '#/components/responses/Unavailable'}

          /api/v1/verifications:
            post:
              operationId: publishVerification
              summary: Publish a verification.
              description: For the roles official, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - $ref: '#/components/parameters/IdempotencyKey'
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Verification'}
                    example:
                      owner: '9990000001'
                      id: V-2031-0003
                      certificate: {capability: 9900000043/NL-000089, scheme: ISO 9001, number: MAU-477571}
                      decision: ACCEPTED
                      evidence: Đã tra cứu trên trang của tổ chức chứng nhận
                      official: Phạm Thị Minh Hoạ
                  application/protobuf:
                    schema: {description: 'The message linkage.v1.Verification.'}
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '413': {$ref: '#/components/responses/TooLarge'}
                '415': {$ref: '#/components/responses/OtherEncoding'}
                '422': {$ref: '#/components/responses/Refused'}
                '503': {$ref: '#/components/responses/Unavailable'}
            get:
              operationId: listVerifications
              summary: The verifications that the caller may see, by key.
              description: An official sees all, a supplier those of what is its own.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/Owner'
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Cursor'
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [items, next]
                        properties:
                          items:
                            type: array
                            maxItems: 500
                            items: {$ref: '#/components/schemas/VerificationEntry'}
                          next: {$ref: '#/components/schemas/Next'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/verifications/{owner}/{id}:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9990000001'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: XM-000001
            get:
              operationId: getVerification
              summary: What a verification last said.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: What it last said, and how it was accepted.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/VerificationEntry'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '410': {$ref: '#/components/responses/Withdrawn'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}
            delete:
              operationId: withdrawVerification
              summary: Withdraw a verification.
              description: |-
                For the roles official, operator. It is refused (decisionStands): a decision is not taken back but followed by
                another.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - name: id
                  in: path
                  required: true
                  schema: {$ref: '#/components/schemas/Id'}
                  example: V-2031-0003
                - $ref: '#/components/parameters/IdempotencyKey'
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '503': {$ref: '#/components/responses/Unavailable'}

          /api/v1/rates:
            post:
              operationId: publishExchangeRate
              summary: Publish an exchange rate.
              description: For the roles official, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - $ref: '#/components/parameters/IdempotencyKey'
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/ExchangeRate'}
                    example:
                      owner: '9990000001'
                      id: THB
                      currencyCode: THB
                      dongPerUnit: '781.25'
                      day: '2030-11-23'
                  application/protobuf:
                    schema: {description: 'The message linkage.v1.ExchangeRate.'}
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '413': {$ref: '#/components/responses/TooLarge'}
                '415': {$ref: '#/components/responses/OtherEncoding'}
                '422': {$ref: '#/components/responses/Refused'}
                '503': {$ref: '#/components/responses/Unavailable'}
            get:
              operationId: listExchangeRates
              summary: The exchange rates that the caller may see, by key.
              description: Everyone sees all of them.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/Owner'
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Cursor'
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [items, next]
                        properties:
                          items:
                            type: array
                            maxItems: 500
                            items: {$ref: '#/components/schemas/ExchangeRateEntry'}
                          next: {$ref: '#/components/schemas/Next'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/rates/{owner}/{id}:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9990000001'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: USD
            get:
              operationId: getExchangeRate
              summary: What an exchange rate last said.
              tags: [Publishing]
              parameters:
                - $ref: '#/components/parameters/After'
              responses:
                '200':
                  description: What it last said, and how it was accepted.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/ExchangeRateEntry'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '410': {$ref: '#/components/responses/Withdrawn'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}
            delete:
              operationId: withdrawExchangeRate
              summary: Withdraw an exchange rate.
              description: For the roles official, operator.
              tags: [Publishing]
              security: [{bearer: []}]
              parameters:
                - name: id
                  in: path
                  required: true
                  schema: {$ref: '#/components/schemas/Id'}
                  example: THB
                - $ref: '#/components/parameters/IdempotencyKey'
              responses:
                '202': {$ref: '#/components/responses/Published'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '503': {$ref: '#/components/responses/Unavailable'}

          /api/v1/submissions/{topic}/{partition}/{offset}:
            parameters:
              - name: topic
                in: path
                required: true
                description: The public topic.
                schema: {$ref: '#/components/schemas/PublicTopic'}
                example: fdi-requirements
              - name: partition
                in: path
                required: true
                schema: {type: integer, format: int32, minimum: 0}
                example: 0
              - name: offset
                in: path
                required: true
                schema: {type: integer, format: int64, minimum: 0}
                example: 0
              - $ref: '#/components/parameters/After'
            get:
              operationId: getSubmission
              summary: What became of a published record.
              description: Its publisher and operators see it. The three parts are the position; its slashes may be encoded.
              tags: [Publishing]
              responses:
                '200':
                  description: The outcome.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Submission'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/OutcomeUnknown'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/matches:
            parameters:
              - $ref: '#/components/parameters/After'
            get:
              operationId: listMatches
              summary: The current match set of each requirement, in short, by key.
              description: A buyer sees those of its own requirements, an official all but the scores.
              tags: [Matching]
              parameters:
                - $ref: '#/components/parameters/Owner'
                - name: supplier
                  in: query
                  description: Only sets in which this supplier is among the matches.
                  schema: {$ref: '#/components/schemas/EnterpriseCode'}
                  example: '9900000125'
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Cursor'
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [items, next]
                        properties:
                          items:
                            type: array
                            maxItems: 500
                            items: {$ref: '#/components/schemas/MatchSummary'}
                          next: {$ref: '#/components/schemas/Next'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/requirements/{owner}/{id}/matches:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9910000001'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: YC-000009
              - $ref: '#/components/parameters/After'
            get:
              operationId: getMatches
              summary: The match sets of a requirement, the current one and those before it.
              description: |-
                For its buyer and for officials. An official does not see what tells a maximum price: scores and price terms are
                left out, as is the ratio where no current price is stated.
              tags: [Matching]
              parameters:
                - $ref: '#/components/parameters/Limit'
              responses:
                '200':
                  description: The match sets.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/RequirementMatches'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/requirements/{owner}/{id}/quotes:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9910000001'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: YC-000009
              - $ref: '#/components/parameters/After'
            get:
              operationId: getQuoteSummary
              summary: How many quotes a requirement has, and at which prices.
              description: |-
                For its buyer and for officials. While the quotes are sealed there are no prices. An official sees prices once the
                closing day is over, in a currency in which three suppliers quoted.
              tags: [Matching]
              responses:
                '200':
                  description: The summary.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/QuoteSummary'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/explain:
            parameters:
              - $ref: '#/components/parameters/After'
            get:
              operationId: explain
              summary: Why a capability fits a requirement or does not.
              description: |-
                Its buyer sees everything; its supplier and officials see no score, no rank, and of the price only whether it
                passes.
              tags: [Matching]
              parameters:
                - name: requirement
                  in: query
                  required: true
                  schema: {$ref: '#/components/schemas/Key'}
                  example: 9910000001/YC-000009
                - name: capability
                  in: query
                  required: true
                  schema: {$ref: '#/components/schemas/Key'}
                  example: 9900000043/NL-000089
              responses:
                '200':
                  description: The explanation.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Explanation'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/opportunities:
            parameters:
              - $ref: '#/components/parameters/After'
            get:
              operationId: listOpportunities
              summary: What a supplier was told last of each requirement, newest first.
              description: For suppliers, each its own.
              tags: [Matching]
              parameters:
                - $ref: '#/components/parameters/OwnSupplier'
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Cursor'
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [items, next]
                        properties:
                          items:
                            type: array
                            maxItems: 500
                            items: {$ref: '#/components/schemas/Opportunity'}
                          next: {$ref: '#/components/schemas/Next'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/opportunities/stream:
            parameters:
              - $ref: '#/components/parameters/After'
            get:
              operationId: streamOpportunities
              summary: What a supplier is told, as it happens.
              description: |-
                For suppliers, each its own. Server-Sent Events without end: `event: opportunity`, an Opportunity as `data`, and
                an `id`. With `Last-Event-ID` it goes on after that event with all that was missed; what was told
                shortly before may come again, so take the same requirement, version and status as a repeat. Comments keep the
                connection open.
              tags: [Matching]
              parameters:
                - $ref: '#/components/parameters/OwnSupplier'
                - name: lastEventId
                  in: query
                  description: As the header Last-Event-ID, which a browser sends only when it connects again.
                  schema: {type: string}
                - name: Last-Event-ID
                  in: header
                  description: The id of the last event that was received.
                  schema:
                    type: string
                    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z .+$'
                  example: 2026-11-25T21:14:04.377Z 9910000002/YC-000063
              responses:
                '200':
                  description: The stream.
                  content:
                    text/event-stream:
                      schema: {type: string}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '403': {$ref: '#/components/responses/Forbidden'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/metrics/localization:
            parameters:
              - $ref: '#/components/parameters/After'
            get:
              operationId: getLocalization
              summary: In-country share, domestically owned share and value-added ratio, at each stage.
              description: |-
                An official sees all of it, a buyer its own by `firm`; else the published form, in which a figure over fewer
                than three firms, and the next smallest, is null.
              tags: [Numbers]
              parameters:
                - name: by
                  in: query
                  description: How requirements are grouped; without it there is one group.
                  schema: {$ref: '#/components/schemas/Grouping'}
                  example: heading
                - name: currency
                  in: query
                  description: The currency of the amounts, a code of ISO 4217.
                  schema: {type: string, pattern: '^[A-Z]{3}$', default: VND}
                  example: USD
                - name: asOf
                  in: query
                  description: How it was at the end of this day; without it, as it is now.
                  schema: {type: string, format: date}
                  example: '2031-01-31'
                - $ref: '#/components/parameters/PublishedForm'
              responses:
                '200':
                  description: The numbers.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/LocalizationMetrics'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/gaps:
            parameters:
              - $ref: '#/components/parameters/After'
            get:
              operationId: listGaps
              summary: What keeps the demand of each heading from being met, and what one change would unlock.
              description: |-
                Most unmet first. What changes unlock overlaps and is never added. An official sees all of it, others the
                published form, in which a figure over fewer than three firms is null.
              tags: [Numbers]
              parameters:
                - name: heading
                  in: query
                  description: The first digits of the headings' codes.
                  schema: {type: string, pattern: '^[0-9]{1,4}$'}
                  example: '85'
                - $ref: '#/components/parameters/PublishedForm'
              responses:
                '200':
                  description: The headings.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [headings]
                        properties:
                          headings:
                            type: array
                            items: {$ref: '#/components/schemas/Gap'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /api/v1/products/{owner}/{id}/localization:
            parameters:
              - name: owner
                in: path
                required: true
                schema: {$ref: '#/components/schemas/EnterpriseCode'}
                example: '9910000001'
              - name: id
                in: path
                required: true
                schema: {$ref: '#/components/schemas/Id'}
                example: SP-1
              - $ref: '#/components/parameters/After'
            get:
              operationId: getProductLocalization
              summary: What of a product originates, and what would bring it across each agreement's limit.
              description: For its owner and for officials.
              tags: [Numbers]
              responses:
                '200':
                  description: The report.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/ProductReport'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
                '404': {$ref: '#/components/responses/NotFound'}
                '504': {$ref: '#/components/responses/NotRecordedInTime'}

          /healthz:
            get:
              operationId: getHealth
              summary: Whether the process answers.
              tags: [Operations]
              security: []
              responses:
                '200':
                  description: It does.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [status]
                        properties:
                          status: {const: alive}

          /readyz:
            get:
              operationId: getReadiness
              summary: Whether the cache can be read and the log answers.
              tags: [Operations]
              security: []
              responses:
                '200':
                  description: Both.
                  content:
                    application/json:
                      schema:
                        type: object
                        additionalProperties: false
                        required: [status]
                        properties:
                          status: {const: ready}
                '503': {$ref: '#/components/responses/Unavailable'}

          /metrics:
            get:
              operationId: getMetrics
              summary: How busy the portal is, for Prometheus.
              tags: [Operations]
              security: []
              responses:
                '200':
                  description: The text exposition format, version 0.0.4.
                  content:
                    text/plain:
                      schema: {type: string}

          /openapi.yaml:
            get:
              operationId: getDescription
              summary: This description.
              tags: [Operations]
              security: []
              responses:
                '200':
                  description: OpenAPI 3.1.
                  content:
                    application/yaml: {}

        components:
          securitySchemes:
            bearer:
              type: http
              scheme: bearer
              bearerFormat: JWT
              description: A token of `linkage token issue`, or of the issuer that the operator trusts.
            session:
              type: apiKey
              in: cookie
              name: linkage_session
              description: A browser that has signed in; it may read only.

          parameters:
            After:
              name: after
              in: query
              description: |-
                Waits up to ten seconds until the cache has this record: of a public topic its outcome, of another topic the
                record.
              schema: {$ref: '#/components/schemas/Position'}
              example: fdi-requirements/0/0
            Owner:
              name: owner
              in: query
              description: Only of this enterprise.
              schema: {$ref: '#/components/schemas/EnterpriseCode'}
            HSPrefix:
              name: hs
              in: query
              description: Only HS codes that begin so.
              schema: {type: string, pattern: '^[0-9]{1,6}$'}
              example: '85'
            Limit:
              name: limit
              in: query
              description: At most so many items.
              schema: {type: integer, minimum: 1, maximum: 500, default: 100}
              example: 20
            Cursor:
              name: cursor
              in: query
              description: Where to go on, as the page before gave it as `next`.
              schema: {type: string, pattern: '^[A-Za-z0-9_-]+$'}
            OwnSupplier:
              name: supplier
              in: query
              description: The caller's own enterprise code; another is refused.
              schema: {$ref: '#/components/schemas/EnterpriseCode'}
              example: '9900000043'
            PublishedForm:
              name: published
              in: query
              description: Whether to show the form that may be published.
              schema: {type: boolean, default: false}
              example: true
            IdempotencyKey:
              name: Idempotency-Key
              in: header
              description: |-
                The id of the event, up to 256 bytes; where it is in quotes, what is between them. A record with an id that its
                key had lately is a repeat.
              schema: {type: string, minLength: 1, maxLength: 256}
              example: 8c0f5a9e-6c1b-4a8a-9b56-3a0d4c1b7f10

          responses:
            Published:
              description: The log has the record, durably.
              headers:
                Location:
                  description: Where its outcome is.
                  schema: {$ref: '#/components/schemas/SubmissionAddress'}
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Published'}
            BadRequest:
              description: A parameter, a header or the body can't be read. `errors` names it.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
            Unauthorized:
              description: Nobody has signed in, or the token proves nothing.
              headers:
                WWW-Authenticate:
                  schema: {type: string, pattern: '^Bearer realm="linkage"'}
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
            Forbidden:
              description: This is not for the caller's role or organisation, or not for a browser's session.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
            NotFound:
              description: It is not known, or the caller may not see it.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
            OutcomeUnknown:
              description: The outcome is not known yet, there is no such record, or the caller may not see it.
              headers:
                Retry-After: {$ref: '#/components/headers/RetryAfter'}
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
            Withdrawn:
              description: It was withdrawn.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
            TooLarge:
              description: The body has more than 262144 bytes.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
            OtherEncoding:
              description: Content-Type is missing, or neither `application/json` nor `application/protobuf`.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
            Refused:
              description: The record can't be accepted. `errors` names each field.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
            Unavailable:
              description: The log can't be reached or written, or the cache can't be read. Nothing was published.
              headers:
                Retry-After: {$ref: '#/components/headers/RetryAfter'}
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
            NotRecordedInTime:
              description: The cache did not come to the position in `after` within ten seconds.
              headers:
                Retry-After: {$ref: '#/components/headers/RetryAfter'}
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}

          headers:
            RetryAfter:
              description: How many seconds to wait.
              schema: {type: integer, minimum: 1}

          schemas:
            # Texts with a form.

            EnterpriseCode:
              description: Ten digits, or 10-3 digits for a dependent unit (Circular 86/2024/TT-BTC).
              type: string
              pattern: '^[0-9]{10}(-[0-9]{3})?$'
            Id:
              description: The owner's own id.
              type: string
              pattern: '^[A-Za-z0-9._-]{1,64}$'
            Key:
              description: owner/id
              type: string
              pattern: '^[0-9]{10}(-[0-9]{3})?/[A-Za-z0-9._-]{1,64}$'
            PublicTopic:
              enum:
                - enterprise-profiles
                - fdi-requirements
                - fdi-products
                - fdi-awards
                - supplier-capabilities
                - supplier-quotes
                - supplier-subscriptions
                - official-verifications
                - reference-exchange-rates
            Position:
              description: topic/partition/offset
              type: string
              pattern: "^(enterprise-profiles|fdi-(requirements|products|awards)|\
                supplier-(capabilities|quotes|subscriptions|opportunities)|official-verifications|reference-exchange-rates|\
                linkage-(market|matches|gaps|dead-letters))/[0-9]+/[0-9]+$"
            SubmissionAddress:
              type: string
              pattern: '^/api/v1/submissions/[a-z-]+/[0-9]+/[0-9]+$'
            Timestamp:
              description: RFC 3339 in UTC, with milliseconds.
              type: string
              format: date-time
              pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$'
            Day:
              description: A day in Asia/Ho_Chi_Minh, from 1900 to 2199.
              type: string
              format: date
              pattern: '^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$'
            CurrencyCode:
              description: ISO 4217.
              type: string
              pattern: '^[A-Z]{3}$'
            CountryCode:
              description: ISO 3166-1 alpha-2.
              type: string
              pattern: '^[A-Z]{2}$'
            UnitCode:
              description: UN/ECE Recommendation 20, such as H87 (piece) or KGM.
              type: string
              pattern: '^[A-Z0-9]{2,3}$'
            WardCode:
              description: A ward or commune.
              type: string
              pattern: '^[0-9]{5}$'
            HSCode6:
              description: Six digits of the Harmonized System 2022.
              type: string
              pattern: '^[0-9]{6}$'
            Positive:
              description: Above zero and below 10¹², with at most six decimals.
              type: string
              pattern: '^0*[0-9]{1,12}(\.[0-9]{1,6})?$'
            Natural:
              description: Zero or more and below 10¹², with at most six decimals.
              type: string
              pattern: '^(0*[0-9]{1,12}(\.[0-9]{1,6})?|-0+(\.0{1,6})?)$'
            Decimal:
              description: Any number with at most six decimals, within ±9223372036854.775807.
              type: string
              pattern: '^-?[0-9]+(\.[0-9]{1,6})?$'
            Percent2:
              description: Per cent, from 0 to 100, with at most two decimals.
              type: string
              pattern: '^(0*([0-9]{1,2}(\.[0-9]{1,2}0{0,4})?|100(\.0{1,6})?)|-0+(\.0{1,6})?)$'
            Percent4:
              description: Per cent, from 0 to 100, with at most four decimals.
              type: string
              pattern: '^(0*([0-9]{1,2}(\.[0-9]{1,4}0{0,2})?|100(\.0{1,6})?)|-0+(\.0{1,6})?)$'
            Amount:
              description: In the currency's major unit, with its minor digits.
              type: string
              pattern: '^-?[0-9]+(\.[0-9]{1,4})?$'
            Share:
              description: In millionths, rounded down.
              type: integer
              minimum: 0
            Label:
              type: string
              minLength: 1
              maxLength: 200

            # Problems.

            Problem:
              description: RFC 9457.
              type: object
              additionalProperties: false
              required: [type, title, status, detail]
              properties:
                type:
                  description: The kind; `about:blank` where the status says all.
                  enum:
                    - about:blank
                    - urn:linkage:problem:refused-record
                    - urn:linkage:problem:outcome-unknown
                    - urn:linkage:problem:not-recorded-in-time
                    - urn:linkage:problem:log-unavailable
                title: {type: string}
                status: {type: integer, minimum: 400, maximum: 599}
                detail:
                  description: What is wrong this time and what to do.
                  type: string
                errors:
                  type: array
                  minItems: 1
                  maxItems: 100
                  items: {$ref: '#/components/schemas/Fault'}
            Fault:
              description: What is wrong with one field.
              type: object
              additionalProperties: false
              required: [reason, field, message]
              properties:
                reason:
                  description: A stable code, such as `unknownCode` or `outOfRange`.
                  type: string
                field:
                  description: |-
                    A JSON path such as `unitPriceTiers.0.unitPrice.value`, a parameter or a header; empty for the whole.
                  type: string
                message: {type: string}

            # Answers to publications.

            Published:
              type: object
              additionalProperties: false
              required: [key, position, submission]
              properties:
                key: {$ref: '#/components/schemas/Key'}
                position: {$ref: '#/components/schemas/Position'}
                submission: {$ref: '#/components/schemas/SubmissionAddress'}
            Submission:
              type: object
              additionalProperties: false
              required: [position, outcome, key, version, errors]
              properties:
                position: {$ref: '#/components/schemas/Position'}
                outcome:
                  description: |-
                    A repeat said nothing new; what is pending waits up to 24 hours for the requirement that it names.
                  enum: [accepted, repeat, pending, refused]
                key:
                  description: Null for a repeat.
                  type: [string, 'null']
                version:
                  description: The key's version that it became; null unless accepted or pending.
                  type: [integer, 'null']
                  minimum: 1
                errors:
                  description: Why it was refused.
                  type: array
                  items: {$ref: '#/components/schemas/Fault'}
            Next:
              description: The cursor of the next page; null on the last.
              type: [string, 'null']
              pattern: '^[A-Za-z0-9_-]+$'
            Entry:
              description: What a key last said.
              type: object
              required: [key, version, acceptedAt, position, published]
              properties:
                key: {$ref: '#/components/schemas/Key'}
                version: {type: integer, minimum: 1}
                acceptedAt: {$ref: '#/components/schemas/Timestamp'}
                position: {$ref: '#/components/schemas/Position'}
            EnterpriseProfileEntry:
              unevaluatedProperties: false
              allOf: [{$ref: '#/components/schemas/Entry'}]
              properties:
                published: {$ref: '#/components/schemas/EnterpriseProfile'}
                standings:
                  description: Shown with one profile, not in lists.
                  type: object
                  additionalProperties: false
                  required: [profile]
                  properties:
                    profile: {$ref: '#/components/schemas/Standing'}
            RequirementEntry:
              unevaluatedProperties: false
              allOf: [{$ref: '#/components/schemas/Entry'}]
              properties:
                published: {$ref: '#/components/schemas/Requirement'}
            ProductEntry:
              unevaluatedProperties: false
              allOf: [{$ref: '#/components/schemas/Entry'}]
              properties:
                published: {$ref: '#/components/schemas/Product'}
            CapabilityEntry:
              unevaluatedProperties: false
              allOf: [{$ref: '#/components/schemas/Entry'}]
              properties:
                published: {$ref: '#/components/schemas/Capability'}
                standings:
                  description: Shown with one capability, not in lists.
                  type: object
                  additionalProperties: false
                  required: [statement, certificates]
                  properties:
                    statement: {$ref: '#/components/schemas/Standing'}
                    certificates:
                      type: array
                      items:
                        type: object
                        additionalProperties: false
                        required: [scheme, number, standing]
                        properties:
                          scheme: {$ref: '#/components/schemas/Label'}
                          number: {$ref: '#/components/schemas/Label'}
                          standing: {$ref: '#/components/schemas/Standing'}
            QuoteEntry:
              unevaluatedProperties: false
              allOf: [{$ref: '#/components/schemas/Entry'}]
              properties:
                published: {$ref: '#/components/schemas/Quote'}
            AwardEntry:
              unevaluatedProperties: false
              allOf: [{$ref: '#/components/schemas/Entry'}]
              properties:
                published: {$ref: '#/components/schemas/Award'}
            SubscriptionEntry:
              unevaluatedProperties: false
              allOf: [{$ref: '#/components/schemas/Entry'}]
              properties:
                published: {$ref: '#/components/schemas/Subscription'}
            VerificationEntry:
              unevaluatedProperties: false
              allOf: [{$ref: '#/components/schemas/Entry'}]
              properties:
                published: {$ref: '#/components/schemas/Verification'}
            ExchangeRateEntry:
              unevaluatedProperties: false
              allOf: [{$ref: '#/components/schemas/Entry'}]
              properties:
                published: {$ref: '#/components/schemas/ExchangeRate'}
            Standing:
              description: How something stands with officials. What is refused counts as none.
              enum: [unstated, unverified, verified, refused]

            # Parts of messages.

            Money:
              type: object
              additionalProperties: false
              required: [currencyCode, value]
              properties:
                currencyCode: {$ref: '#/components/schemas/CurrencyCode'}
                value: {$ref: '#/components/schemas/Positive'}
            Window:
              description: A span of at most 3660 days, both included.
              type: object
              additionalProperties: false
              required: [firstDay, lastDay]
              properties:
                firstDay: {$ref: '#/components/schemas/Day'}
                lastDay: {$ref: '#/components/schemas/Day'}
            Place:
              description: A ward, a point (which then counts for distances), or both.
              type: object
              additionalProperties: false
              dependentRequired: {latitude: [longitude], longitude: [latitude]}
              properties:
                wardCode: {$ref: '#/components/schemas/WardCode'}
                latitude:
                  description: Degrees north, WGS 84.
                  type: number
                  minimum: -90
                  maximum: 90
                longitude:
                  description: Degrees east, WGS 84.
                  type: number
                  minimum: -180
                  maximum: 180
                industrialPark: {$ref: '#/components/schemas/Label'}

            # The nine messages that are published.

            EnterpriseProfile:
              description: Who an enterprise is; one profile an enterprise.
              type: object
              additionalProperties: false
              required: [owner, id, name, kind]
              properties:
                owner: {$ref: '#/components/schemas/EnterpriseCode'}
                id: {const: profile}
                name:
                  description: The registered name.
                  $ref: '#/components/schemas/Label'
                nameEnglish: {$ref: '#/components/schemas/Label'}
                kind: {enum: [FDI, DOMESTIC, OFFICE]}
                investorCountryCode: {$ref: '#/components/schemas/CountryCode'}
                vietnameseOwnershipPercent: {$ref: '#/components/schemas/Percent2'}
                place: {$ref: '#/components/schemas/Place'}
                vsicCode:
                  description: Viet Nam Standard Industrial Classification.
                  type: string
                  pattern: '^[0-9]{2,5}$'
                contactName: {$ref: '#/components/schemas/Label'}
                contactEmail:
                  description: name@domain
                  type: string
                  maxLength: 200
                  pattern: '^[^@]+@[^@]+$'
                contactTelephone: {$ref: '#/components/schemas/Label'}
            Requirement:
              description: One item that an FDI firm buys.
              type: object
              additionalProperties: false
              required: [owner, id, hsCode, quantity, unitCode, delivery]
              properties:
                owner: {$ref: '#/components/schemas/EnterpriseCode'}
                id: {$ref: '#/components/schemas/Id'}
                hsCode: {$ref: '#/components/schemas/HSCode6'}
                description: {type: string, maxLength: 2000}
                quantity:
                  description: Over the delivery window.
                  $ref: '#/components/schemas/Positive'
                unitCode: {$ref: '#/components/schemas/UnitCode'}
                delivery: {$ref: '#/components/schemas/Window'}
                place: {$ref: '#/components/schemas/Place'}
                maximumUnitPrice:
                  description: Sealed; only the owner sees it.
                  $ref: '#/components/schemas/Money'
                maximumLeadTimeDays: {type: integer, minimum: 0, maximum: 3650}
                requiredCertifications:
                  description: Schemes, such as ISO 9001.
                  type: array
                  maxItems: 100
                  items: {$ref: '#/components/schemas/Label'}
                minimumLvcPercent: {$ref: '#/components/schemas/Percent4'}
                minimumVietnameseOwnershipPercent: {$ref: '#/components/schemas/Percent2'}
                maximumDistanceMetres:
                  description: It needs a place with a ward or a point.
                  type: integer
                  minimum: 0
                  maximum: 20100000
                attributeBounds:
                  type: array
                  maxItems: 100
                  items: {$ref: '#/components/schemas/AttributeBound'}
                partialSupplyAllowed:
                  description: Whether several suppliers may share the quantity. Missing means yes.
                  type: boolean
                closingDay:
                  description: The last day on which it is open. Missing means the last day of delivery.
                  $ref: '#/components/schemas/Day'
                currentSourcing: {$ref: '#/components/schemas/Sourcing'}
                product: {$ref: '#/components/schemas/BillOfMaterialsLine'}
                anonymous:
                  description: Whether a public id stands for the buyer.
                  type: boolean
                quotesSealed:
                  description: |-
                    Whether quotes are sealed until the closing day has passed. Before it, the seal can't be taken off and the day
                    can't be brought forward.
                  type: boolean
            AttributeBound:
              description: What a supplier's attribute must be.
              type: object
              additionalProperties: false
              required: [name]
              anyOf:
                - required: [minimum]
                - required: [maximum]
                - required: [allowedValues]
              properties:
                name: {$ref: '#/components/schemas/Label'}
                minimum: {$ref: '#/components/schemas/Decimal'}
                maximum: {$ref: '#/components/schemas/Decimal'}
                allowedValues:
                  type: array
                  minItems: 1
                  maxItems: 100
                  items: {$ref: '#/components/schemas/Label'}
            Sourcing:
              description: How an item is bought today.
              type: object
              additionalProperties: false
              properties:
                kind: {enum: [IMPORTED, FDI_IN_VIETNAM, DOMESTIC]}
                unitPrice: {$ref: '#/components/schemas/Money'}
                lvcPercent: {$ref: '#/components/schemas/Percent4'}
            BillOfMaterialsLine:
              description: The requirement's place in a product of the same owner.
              type: object
              additionalProperties: false
              required: [id, quantityPerUnit]
              properties:
                id: {$ref: '#/components/schemas/Id'}
                quantityPerUnit: {$ref: '#/components/schemas/Positive'}
            Product:
              description: A product of an FDI firm. Its other prices are in the currency of the FOB price.
              type: object
              additionalProperties: false
              required: [owner, id, name, hsCode]
              dependentRequired: {exw: [fob], ownDomesticValue: [fob]}
              properties:
                owner: {$ref: '#/components/schemas/EnterpriseCode'}
                id: {$ref: '#/components/schemas/Id'}
                name: {$ref: '#/components/schemas/Label'}
                hsCode: {$ref: '#/components/schemas/HSCode6'}
                fob: {$ref: '#/components/schemas/Money'}
                exw: {$ref: '#/components/schemas/Money'}
                ownDomesticValue: {$ref: '#/components/schemas/Money'}
            Capability:
              description: One thing that a supplier makes.
              type: object
              additionalProperties: false
              required: [owner, id, hsCode, unitCode, capacityPerMonth, unitPriceTiers]
              properties:
                owner: {$ref: '#/components/schemas/EnterpriseCode'}
                id: {$ref: '#/components/schemas/Id'}
                hsCode:
                  description: Four or six digits of the Harmonized System 2022.
                  type: string
                  pattern: '^[0-9]{4}([0-9]{2})?$'
                description: {type: string, maxLength: 2000}
                attributes:
                  type: array
                  maxItems: 100
                  items: {$ref: '#/components/schemas/Attribute'}
                unitCode: {$ref: '#/components/schemas/UnitCode'}
                capacityPerMonth:
                  description: What can be made in 30 days.
                  $ref: '#/components/schemas/Positive'
                minimumOrder: {$ref: '#/components/schemas/Natural'}
                unitPriceTiers:
                  description: Lowest quantity first, in one currency; excluding VAT, delivered, duty included.
                  type: array
                  minItems: 1
                  maxItems: 20
                  items:
                    type: object
                    additionalProperties: false
                    required: [unitPrice]
                    properties:
                      minimumQuantity: {$ref: '#/components/schemas/Natural'}
                      unitPrice: {$ref: '#/components/schemas/Money'}
                leadTimeDays: {type: integer, minimum: 0, maximum: 3650}
                certifications:
                  type: array
                  maxItems: 100
                  items: {$ref: '#/components/schemas/Certification'}
                vietnameseOwnershipPercent: {$ref: '#/components/schemas/Percent2'}
                place: {$ref: '#/components/schemas/Place'}
                costStatement: {$ref: '#/components/schemas/CostStatement'}
                valid:
                  description: The days on which the offer stands. Missing means without end.
                  type: object
                  additionalProperties: false
                  properties:
                    firstDay: {$ref: '#/components/schemas/Day'}
                    lastDay: {$ref: '#/components/schemas/Day'}
            Attribute:
              description: A property of what is made; a number or a text, one of both.
              type: object
              additionalProperties: false
              required: [name]
              anyOf:
                - required: [number]
                - required: [text]
              properties:
                name: {$ref: '#/components/schemas/Label'}
                number: {$ref: '#/components/schemas/Decimal'}
                text: {$ref: '#/components/schemas/Label'}
            Certification:
              description: A certificate that a supplier holds.
              type: object
              additionalProperties: false
              required: [scheme, number, expiresOn]
              properties:
                scheme: {$ref: '#/components/schemas/Label'}
                number: {$ref: '#/components/schemas/Label'}
                body:
                  description: Who issued it.
                  $ref: '#/components/schemas/Label'
                scope: {type: string, maxLength: 1000}
                issuedOn: {$ref: '#/components/schemas/Day'}
                expiresOn:
                  description: The last day on which it is valid.
                  $ref: '#/components/schemas/Day'
            CostStatement:
              description: What one unit is made of, in one currency (Circular 05/2018/TT-BCT).
              type: object
              additionalProperties: false
              required: [method, fiscalYear, currencyCode, fob]
              properties:
                method: {enum: [DIRECT, INDIRECT]}
                fiscalYear: {type: integer, minimum: 2000, maximum: 2199}
                currencyCode: {$ref: '#/components/schemas/CurrencyCode'}
                materials:
                  type: array
                  maxItems: 500
                  items: {$ref: '#/components/schemas/MaterialLine'}
                labour: {$ref: '#/components/schemas/Natural'}
                overhead: {$ref: '#/components/schemas/Natural'}
                otherCost: {$ref: '#/components/schemas/Natural'}
                profit: {$ref: '#/components/schemas/Natural'}
                fob: {$ref: '#/components/schemas/Positive'}
                exw: {$ref: '#/components/schemas/Positive'}
                netCostExclusions:
                  description: What the net cost method takes out of total cost (CPTPP, article 3.9).
                  type: object
                  additionalProperties: false
                  properties:
                    salesPromotion: {$ref: '#/components/schemas/Natural'}
                    royalties: {$ref: '#/components/schemas/Natural'}
                    shippingAndPacking: {$ref: '#/components/schemas/Natural'}
                    nonAllowableInterest: {$ref: '#/components/schemas/Natural'}
            MaterialLine:
              type: object
              additionalProperties: false
              required: [value]
              properties:
                name: {$ref: '#/components/schemas/Label'}
                hsCode:
                  description: Two, four or six digits.
                  type: string
                  pattern: '^[0-9]{2}([0-9]{2}){0,2}$'
                value:
                  description: What of it goes into one unit; CIF at importation, or the first price paid.
                  $ref: '#/components/schemas/Natural'
                origin:
                  description: Missing means unknown, which counts as non-originating.
                  enum: [ORIGINATING, NON_ORIGINATING]
                countryCode: {$ref: '#/components/schemas/CountryCode'}
                evidenceNumber:
                  description: Import declaration, VAT invoice or certificate of origin.
                  $ref: '#/components/schemas/Label'
                evidenceDay: {$ref: '#/components/schemas/Day'}
                capability:
                  description: The capability from which it is bought; its ratio then counts.
                  $ref: '#/components/schemas/Key'
            Award:
              description: What a buyer decided.
              type: object
              additionalProperties: false
              required: [owner, id, requirement, capability, quantity, unitPrice]
              properties:
                owner: {$ref: '#/components/schemas/EnterpriseCode'}
                id: {$ref: '#/components/schemas/Id'}
                requirement:
                  description: Of the same owner.
                  $ref: '#/components/schemas/Key'
                capability: {$ref: '#/components/schemas/Key'}
                quantity:
                  description: In the unit of the requirement.
                  $ref: '#/components/schemas/Positive'
                unitPrice: {$ref: '#/components/schemas/Money'}
                window:
                  description: When it is made and delivered. Missing means the requirement's delivery window.
                  $ref: '#/components/schemas/Window'
                status:
                  description: Missing means awarded.
                  enum: [AWARDED, CONFIRMED, COMPLETED, CANCELLED]
                reason: {type: string, maxLength: 2000}
            Quote:
              description: A supplier's offer for a requirement.
              type: object
              additionalProperties: false
              required: [owner, id, requirement, capability, quantity, unitPrice, validUntil]
              properties:
                owner: {$ref: '#/components/schemas/EnterpriseCode'}
                id: {$ref: '#/components/schemas/Id'}
                requirement: {$ref: '#/components/schemas/Key'}
                capability:
                  description: Of the same owner.
                  $ref: '#/components/schemas/Key'
                quantity:
                  description: In the unit of the requirement.
                  $ref: '#/components/schemas/Positive'
                unitPrice: {$ref: '#/components/schemas/Money'}
                leadTimeDays: {type: integer, minimum: 0, maximum: 3650}
                validUntil: {$ref: '#/components/schemas/Day'}
                note: {type: string, maxLength: 2000}
            Subscription:
              description: What a supplier wants to hear of. Without prefixes or wards, of all.
              type: object
              additionalProperties: false
              required: [owner, id]
              properties:
                owner: {$ref: '#/components/schemas/EnterpriseCode'}
                id: {$ref: '#/components/schemas/Id'}
                hsPrefixes:
                  description: Two, four or six digits of the Harmonized System 2022.
                  type: array
                  maxItems: 200
                  items: {type: string, pattern: '^[0-9]{2}([0-9]{2}){0,2}$'}
                wardCodes:
                  type: array
                  maxItems: 200
                  items: {$ref: '#/components/schemas/WardCode'}
            Verification:
              description: What an official found of a certificate, a cost statement or a profile.
              type: object
              additionalProperties: false
              required: [owner, id, decision, evidence, official]
              oneOf:
                - required: [certificate]
                - required: [statement]
                - required: [profile]
              properties:
                owner: {$ref: '#/components/schemas/EnterpriseCode'}
                id: {$ref: '#/components/schemas/Id'}
                certificate:
                  type: object
                  additionalProperties: false
                  required: [capability, scheme, number]
                  properties:
                    capability: {$ref: '#/components/schemas/Key'}
                    scheme: {$ref: '#/components/schemas/Label'}
                    number: {$ref: '#/components/schemas/Label'}
                statement:
                  description: The capability whose cost statement was examined.
                  $ref: '#/components/schemas/Key'
                profile: {$ref: '#/components/schemas/EnterpriseCode'}
                decision: {enum: [ACCEPTED, REFUSED]}
                evidence:
                  description: What was looked at, and where it can be seen.
                  type: string
                  minLength: 1
                  maxLength: 2000
                official:
                  description: The name of the person who decided.
                  $ref: '#/components/schemas/Label'
            ExchangeRate:
              description: What one unit of a currency costs in dong.
              type: object
              additionalProperties: false
              required: [owner, id, currencyCode, dongPerUnit, day]
              properties:
                owner: {$ref: '#/components/schemas/EnterpriseCode'}
                id:
                  description: The currency code again.
                  $ref: '#/components/schemas/CurrencyCode'
                currencyCode:
                  description: Not VND.
                  $ref: '#/components/schemas/CurrencyCode'
                dongPerUnit: {$ref: '#/components/schemas/Positive'}
                day: {$ref: '#/components/schemas/Day'}

            # Matches. In MatchSet, 64-bit integers are strings and zeros are left out; prices and quantities are in millionths,
            # scores in basis points, amounts in the currency's minor unit.

            Int64:
              type: string
              pattern: '^-?[1-9][0-9]{0,18}$'
            Count:
              type: integer
              minimum: 1
            BasisPoints:
              type: integer
              minimum: 1
              maximum: 30000
            Millionths:
              type: integer
              minimum: 1
              maximum: 1000000
            MatchStatus:
              enum: [OPEN, AWARDED, CLOSED, WITHDRAWN]
            Reason:
              description: Why a candidate does not qualify.
              enum:
                - capacity
                - minimumOrder
                - price
                - leadTime
                - certification
                - localContent
                - ownership
                - distance
                - attribute
                - validity
            AbsentReason:
              description: Why there is no ratio.
              enum: [nothingOpen, noReferencePrice, noRate, amountOutOfRange]
            MatchSummary:
              type: object
              additionalProperties: false
              required: [requirement, status, asOf, qualifyingSuppliers, candidates, ratio, absentReason, best]
              properties:
                requirement: {$ref: '#/components/schemas/Key'}
                status: {$ref: '#/components/schemas/MatchStatus'}
                asOf: {$ref: '#/components/schemas/Timestamp'}
                qualifyingSuppliers: {type: integer, minimum: 0}
                candidates: {type: integer, minimum: 0}
                ratio:
                  description: The localization value ratio in millionths.
                  type: [integer, 'null']
                  minimum: 0
                  maximum: 1000000
                absentReason:
                  oneOf:
                    - {$ref: '#/components/schemas/AbsentReason'}
                    - {type: 'null'}
                best:
                  description: The best match; null where none qualifies.
                  type: [object, 'null']
                  additionalProperties: false
                  required: [capability, score]
                  properties:
                    capability: {$ref: '#/components/schemas/Key'}
                    score:
                      description: In basis points; null where it is sealed.
                      type: [integer, 'null']
                      minimum: 0
                      maximum: 30000
            QuoteSummary:
              type: object
              additionalProperties: false
              required: [requirement, quotes, suppliers, sealedUntil, unitCode, prices]
              properties:
                requirement: {$ref: '#/components/schemas/Key'}
                quotes:
                  type: integer
                  minimum: 0
                suppliers:
                  type: integer
                  minimum: 0
                sealedUntil:
                  description: The last day on which the quotes are sealed; null where they are not, or no longer.
                  type: [string, 'null']
                  format: date
                unitCode: {$ref: '#/components/schemas/UnitCode'}
                prices:
                  description: By currency; none before they may be told.
                  type: array
                  items:
                    type: object
                    additionalProperties: false
                    required: [currencyCode, suppliers, mean]
                    properties:
                      currencyCode: {$ref: '#/components/schemas/CurrencyCode'}
                      suppliers: {$ref: '#/components/schemas/Count'}
                      mean:
                        description: |-
                          Of the suppliers' lowest prices for one unit; null where it is kept back, as too few quoted in the
                          currency.
                        type: [string, 'null']
            RequirementMatches:
              type: object
              additionalProperties: false
              required: [requirement, current, standings, history]
              properties:
                requirement: {$ref: '#/components/schemas/Key'}
                current:
                  description: Null until the matcher has come to the requirement.
                  oneOf:
                    - {$ref: '#/components/schemas/MatchSet'}
                    - {type: 'null'}
                standings:
                  description: How what the current set rests on stands with officials.
                  type: object
                  additionalProperties: false
                  required: [statements, profiles]
                  properties:
                    statements:
                      description: By capability.
                      type: object
                      propertyNames: {$ref: '#/components/schemas/Key'}
                      additionalProperties: {$ref: '#/components/schemas/Standing'}
                    profiles:
                      description: By supplier.
                      type: object
                      propertyNames: {$ref: '#/components/schemas/EnterpriseCode'}
                      additionalProperties: {$ref: '#/components/schemas/Standing'}
                history:
                  description: Those before, newest first.
                  type: array
                  maxItems: 500
                  items: {$ref: '#/components/schemas/MatchSet'}
            MatchSet:
              description: Who could supply a requirement, as one evaluation found.
              type: object
              additionalProperties: false
              required: [requirement, requirementVersion, status, engineVersion, asOf]
              properties:
                requirement: {$ref: '#/components/schemas/Key'}
                requirementVersion: {$ref: '#/components/schemas/Int64'}
                status: {$ref: '#/components/schemas/MatchStatus'}
                engineVersion: {$ref: '#/components/schemas/Count'}
                marketPartition:
                  description: With marketOffset, the market record that caused it.
                  $ref: '#/components/schemas/Count'
                marketOffset: {$ref: '#/components/schemas/Int64'}
                asOf:
                  description: Milliseconds since 1970-01-01T00:00:00Z.
                  $ref: '#/components/schemas/Int64'
                openQuantity: {$ref: '#/components/schemas/Int64'}
                currencyCode: {$ref: '#/components/schemas/CurrencyCode'}
                qualifyingSuppliers: {$ref: '#/components/schemas/Count'}
                candidates: {$ref: '#/components/schemas/Count'}
                matches:
                  type: array
                  maxItems: 100
                  items: {$ref: '#/components/schemas/Match'}
                plan:
                  type: array
                  maxItems: 5
                  items: {$ref: '#/components/schemas/Allocation'}
                localization: {$ref: '#/components/schemas/Localization'}
                nearMisses: {$ref: '#/components/schemas/NearMisses'}
                awardFlags:
                  type: array
                  items:
                    type: object
                    additionalProperties: false
                    required: [award, flag]
                    properties:
                      award: {$ref: '#/components/schemas/Key'}
                      flag: {enum: [exceedsQuantity, exceedsCapacity, notACandidate]}
            Match:
              description: A supplier's best qualifying capability.
              type: object
              additionalProperties: false
              required: [capability, capabilityVersion]
              properties:
                capability: {$ref: '#/components/schemas/Key'}
                capabilityVersion: {$ref: '#/components/schemas/Int64'}
                score: {$ref: '#/components/schemas/BasisPoints'}
                priceTerm: {$ref: '#/components/schemas/BasisPoints'}
                coverageTerm: {$ref: '#/components/schemas/BasisPoints'}
                localizationTerm: {$ref: '#/components/schemas/BasisPoints'}
                unitPrice: {$ref: '#/components/schemas/Int64'}
                available: {$ref: '#/components/schemas/Int64'}
                lvc: {$ref: '#/components/schemas/Millionths'}
                lvcUnstated: {const: true}
                unverifiedCertifications:
                  type: array
                  items: {type: string}
            Allocation:
              description: What the plan takes from one supplier.
              type: object
              additionalProperties: false
              required: [capability, quantity, unitPrice]
              properties:
                capability: {$ref: '#/components/schemas/Key'}
                quantity: {$ref: '#/components/schemas/Int64'}
                unitPrice: {$ref: '#/components/schemas/Int64'}
                amount: {$ref: '#/components/schemas/Int64'}
                lvc: {$ref: '#/components/schemas/Millionths'}
            Localization:
              description: The localization value ratio of a requirement, rounded down.
              type: object
              additionalProperties: false
              properties:
                ratio: {type: integer, minimum: 0, maximum: 1000000}
                absentReason: {$ref: '#/components/schemas/AbsentReason'}
                plannedAmount: {$ref: '#/components/schemas/Int64'}
                uncoveredQuantity: {$ref: '#/components/schemas/Int64'}
                uncoveredAmount: {$ref: '#/components/schemas/Int64'}
            NearMisses:
              description: Candidates that fail for exactly one reason.
              type: object
              additionalProperties: false
              properties:
                counts:
                  type: array
                  maxItems: 10
                  items:
                    type: object
                    additionalProperties: false
                    required: [reason, candidates]
                    properties:
                      reason: {$ref: '#/components/schemas/Reason'}
                      candidates: {$ref: '#/components/schemas/Count'}
                best:
                  type: array
                  maxItems: 10
                  items:
                    type: object
                    additionalProperties: false
                    required: [capability, reason]
                    properties:
                      capability: {$ref: '#/components/schemas/Key'}
                      reason: {$ref: '#/components/schemas/Reason'}
                      change:
                        description: The smallest change that would make it fit, in the reason's own unit.
                        $ref: '#/components/schemas/Int64'
                      subjects:
                        description: Missing schemes, attribute names.
                        type: array
                        items: {type: string}
                      score:
                        description: The score it would have.
                        $ref: '#/components/schemas/BasisPoints'
            Opportunity:
              description: A requirement that a supplier could fulfil. Holds nothing that is sealed.
              type: object
              additionalProperties: false
              required: [supplier, requirement, requirementVersion, status, hsCode, quantity, unitCode, delivery, asOf]
              properties:
                supplier: {$ref: '#/components/schemas/EnterpriseCode'}
                subscription:
                  description: Left out of an end.
                  $ref: '#/components/schemas/Key'
                capability:
                  description: Left out of an end.
                  $ref: '#/components/schemas/Key'
                requirement:
                  description: The key, or the public id where the buyer is anonymous.
                  type: string
                  pattern: '^([0-9]{10}(-[0-9]{3})?/[A-Za-z0-9._-]{1,64}|[0-9a-f]{16})$'
                requirementVersion: {$ref: '#/components/schemas/Int64'}
                status: {enum: [OPEN, ENDED]}
                hsCode: {$ref: '#/components/schemas/HSCode6'}
                description: {type: string, maxLength: 2000}
                quantity: {$ref: '#/components/schemas/Positive'}
                unitCode: {$ref: '#/components/schemas/UnitCode'}
                delivery: {$ref: '#/components/schemas/Window'}
                place: {$ref: '#/components/schemas/Place'}
                closingDay: {$ref: '#/components/schemas/Day'}
                requiredCertifications:
                  type: array
                  maxItems: 100
                  items: {type: string}
                asOf: {$ref: '#/components/schemas/Timestamp'}

            # Why not.

            Explanation:
              description: What is sealed is null.
              type: object
              additionalProperties: false
              required: [requirement, capability, currencyCode, qualifies, exclusions, findings, terms, rank, nearMiss]
              properties:
                requirement: {$ref: '#/components/schemas/Key'}
                capability: {$ref: '#/components/schemas/Key'}
                currencyCode:
                  description: In which prices were compared.
                  $ref: '#/components/schemas/CurrencyCode'
                qualifies: {type: boolean}
                exclusions:
                  description: Why the capability is not examined at all.
                  type: array
                  items: {enum: [otherCode, otherUnit, sameOwner, notOpen]}
                findings:
                  description: One for each reason.
                  type: array
                  maxItems: 10
                  items:
                    type: object
                    additionalProperties: false
                    required: [reason, holds, asked, offered]
                    properties:
                      reason: {$ref: '#/components/schemas/Reason'}
                      holds: {type: boolean}
                      asked:
                        description: Null where nothing is asked.
                        oneOf:
                          - {$ref: '#/components/schemas/Value'}
                          - {type: 'null'}
                      offered:
                        description: Null where nothing is said, or it was not tested.
                        oneOf:
                          - {$ref: '#/components/schemas/Value'}
                          - {type: 'null'}
                terms:
                  description: In basis points; null where it does not qualify.
                  type: [object, 'null']
                  additionalProperties: false
                  required: [score, price, coverage, localization]
                  properties:
                    score: {type: integer, minimum: 0, maximum: 30000}
                    price: {type: integer, minimum: 0, maximum: 30000}
                    coverage: {type: integer, minimum: 0, maximum: 30000}
                    localization: {type: integer, minimum: 0, maximum: 30000}
                rank:
                  description: The supplier's place, from 1; null where this is not what it ranks with.
                  type: [integer, 'null']
                  minimum: 1
                nearMiss:
                  description: The one change that would make it fit; null where there is none.
                  type: [object, 'null']
                  additionalProperties: false
                  required: [reason, change, score]
                  properties:
                    reason: {$ref: '#/components/schemas/Reason'}
                    change: {$ref: '#/components/schemas/Value'}
                    score:
                      description: The score it would have.
                      type: [integer, 'null']
                      minimum: 0
                      maximum: 30000
            Value:
              description: One member, which says the unit; `from` and `to` come together.
              type: object
              additionalProperties: false
              minProperties: 1
              maxProperties: 2
              properties:
                quantity: {$ref: '#/components/schemas/Decimal'}
                price: {$ref: '#/components/schemas/Price'}
                noRate: {$ref: '#/components/schemas/CurrencyCode'}
                rateOf: {$ref: '#/components/schemas/CurrencyCode'}
                days: {type: integer}
                shareMillionths: {type: integer}
                ownershipBasisPoints: {type: integer}
                metres:
                  description: Null where a place is not known.
                  type: [integer, 'null']
                names:
                  description: Schemes or attributes.
                  type: array
                  items: {type: string}
                from:
                  description: Null is open.
                  type: [string, 'null']
                  format: date
                to:
                  description: Null is open.
                  type: [string, 'null']
                  format: date
            Price:
              description: A unit price, or how much lower it would have to be.
              type: object
              additionalProperties: false
              required: [currencyCode, value]
              properties:
                currencyCode: {$ref: '#/components/schemas/CurrencyCode'}
                value: {$ref: '#/components/schemas/Decimal'}

            # Numbers.

            Grouping:
              enum: [heading, chapter, firm, supplier, industry, ward, park, month]
            LocalizationMetrics:
              type: object
              additionalProperties: false
              required: [by, currencyCode, asOf, groups]
              properties:
                by:
                  oneOf:
                    - {$ref: '#/components/schemas/Grouping'}
                    - {type: 'null'}
                currencyCode: {$ref: '#/components/schemas/CurrencyCode'}
                asOf: {type: [string, 'null'], format: date}
                groups:
                  type: array
                  items:
                    type: object
                    additionalProperties: false
                    required: [group, requirements, demand, potential, jointlyFeasible, realised, leftOut]
                    properties:
                      group:
                        description: A code or a name; empty for the whole, – for what has none.
                        type: string
                      requirements:
                        description: How many were counted; null where it is suppressed.
                        type: [integer, 'null']
                        minimum: 0
                      demand:
                        description: As it is bought today.
                        $ref: '#/components/schemas/Stage'
                      potential:
                        description: As the plans propose. Plans do not reserve.
                        $ref: '#/components/schemas/Stage'
                      jointlyFeasible:
                        description: As far as the plans are feasible together.
                        $ref: '#/components/schemas/Stage'
                      realised:
                        description: As awarded.
                        $ref: '#/components/schemas/Stage'
                      leftOut:
                        description: How many could not be valued; null where it is suppressed.
                        type: [object, 'null']
                        additionalProperties: false
                        required: [withoutPrice, withoutRate, outOfRange]
                        properties:
                          withoutPrice: {type: integer, minimum: 0}
                          withoutRate: {type: integer, minimum: 0}
                          outOfRange: {type: integer, minimum: 0}
            Stage:
              description: The three numbers, never mixed; null where they are suppressed.
              type: [object, 'null']
              additionalProperties: false
              required: [amount, inCountry, domesticallyOwned, valueAdded, verified]
              properties:
                amount: {$ref: '#/components/schemas/Amount'}
                inCountry:
                  description: Bought from anyone located in Viet Nam.
                  $ref: '#/components/schemas/StagePart'
                domesticallyOwned:
                  description: Bought from suppliers at least 51 % Vietnamese-owned, in full.
                  $ref: '#/components/schemas/StagePart'
                valueAdded:
                  description: Amount × local value content.
                  $ref: '#/components/schemas/StagePart'
                verified:
                  description: With a cost statement that an official has accepted.
                  $ref: '#/components/schemas/StagePart'
            StagePart:
              type: object
              additionalProperties: false
              required: [amount, share]
              properties:
                amount: {$ref: '#/components/schemas/Amount'}
                share:
                  description: Of the whole, in millionths, rounded down; null where there is no whole.
                  type: [integer, 'null']
                  minimum: 0
                  maximum: 1000000
            Gap:
              type: object
              additionalProperties: false
              required: [heading, asOf, currencyCode, demand, unmet, unlocks]
              properties:
                heading: {type: string, pattern: '^[0-9]{4}$'}
                asOf: {$ref: '#/components/schemas/Timestamp'}
                currencyCode: {$ref: '#/components/schemas/CurrencyCode'}
                demand:
                  description: What is open.
                  $ref: '#/components/schemas/DemandPart'
                unmet:
                  description: What no plan covers.
                  $ref: '#/components/schemas/DemandPart'
                unlocks:
                  description: Largest amount first.
                  type: array
                  items:
                    type: object
                    additionalProperties: false
                    required: [reason, subjects, suppliers, most, unlocked]
                    properties:
                      reason: {$ref: '#/components/schemas/Reason'}
                      subjects:
                        description: Missing schemes, attributes, the unit of a quantity.
                        type: array
                        items: {type: string}
                      suppliers:
                        description: Suppliers whom the plans would then take.
                        type: [integer, 'null']
                        minimum: 0
                      most:
                        description: |-
                          The most that one of them would have to change, in the reason's own unit; 0 where it is not told.
                        type: [integer, 'null']
                        minimum: 0
                      unlocked:
                        description: What would be covered that is not now.
                        $ref: '#/components/schemas/DemandPart'
            DemandPart:
              description: Null where it is suppressed.
              type: [object, 'null']
              additionalProperties: false
              required: [requirements, firms, amount, unvalued]
              properties:
                requirements: {type: integer, minimum: 0}
                firms: {type: integer, minimum: 0}
                amount: {$ref: '#/components/schemas/Amount'}
                unvalued:
                  description: Requirements that are not in the amount.
                  type: integer
                  minimum: 0
            ProductReport:
              description: Values are decimal strings for one unit of the product.
              type: object
              additionalProperties: false
              required: [product, name, hsCode, currencyCode, today, realised, potential, agreements, lines]
              properties:
                product: {$ref: '#/components/schemas/Key'}
                name: {type: string}
                hsCode: {$ref: '#/components/schemas/HSCode6'}
                currencyCode: {$ref: '#/components/schemas/CurrencyCode'}
                today: {$ref: '#/components/schemas/ProductValue'}
                realised: {$ref: '#/components/schemas/ProductValue'}
                potential: {$ref: '#/components/schemas/ProductValue'}
                agreements:
                  type: array
                  items:
                    type: object
                    additionalProperties: false
                    required: [agreement, method, percent, isMaximum, today, realised, potential, firstAwards]
                    properties:
                      agreement: {type: string}
                      method: {enum: [lvcDirect, lvcIndirect, rvcDirect, rvcIndirect, maxNOM, transactionValue, netCost]}
                      percent:
                        description: The limit.
                        $ref: '#/components/schemas/Decimal'
                      isMaximum: {type: boolean}
                      today: {$ref: '#/components/schemas/AgreementStanding'}
                      realised: {$ref: '#/components/schemas/AgreementStanding'}
                      potential: {$ref: '#/components/schemas/AgreementStanding'}
                      firstAwards:
                        description: The fewest awards that bring it across the limit; null where the plans can't.
                        type: [array, 'null']
                        items:
                          type: object
                          additionalProperties: false
                          required: [requirement, capability, gain]
                          properties:
                            requirement: {$ref: '#/components/schemas/Key'}
                            capability: {$ref: '#/components/schemas/Key'}
                            gain: {$ref: '#/components/schemas/ProductAmount'}
                lines:
                  description: The bill of materials.
                  type: array
                  items:
                    type: object
                    additionalProperties: false
                    required: [requirement, quantityPerUnit, today, realised, potential, leftOut]
                    properties:
                      requirement: {$ref: '#/components/schemas/Key'}
                      quantityPerUnit: {$ref: '#/components/schemas/Decimal'}
                      today: {$ref: '#/components/schemas/Purchase'}
                      realised: {$ref: '#/components/schemas/Purchase'}
                      potential: {$ref: '#/components/schemas/Purchase'}
                      leftOut:
                        description: Why the line is not counted.
                        enum: [noPrice, noRate, outOfRange, noQuantity, null]
            ProductAmount:
              description: Null where it does not fit.
              type: [string, 'null']
              pattern: '^-?[0-9]+(\.[0-9]{1,6})?$'
            ProductValue:
              oneOf:
                - type: object
                  additionalProperties: false
                  required: [fob, originating, purchases, nonOriginating, unexplained, exceedsFOB, ratio]
                  properties:
                    fob: {$ref: '#/components/schemas/ProductAmount'}
                    originating: {$ref: '#/components/schemas/ProductAmount'}
                    purchases: {$ref: '#/components/schemas/ProductAmount'}
                    nonOriginating: {$ref: '#/components/schemas/ProductAmount'}
                    unexplained: {$ref: '#/components/schemas/ProductAmount'}
                    exceedsFOB: {type: boolean}
                    ratio:
                      description: In millionths, rounded down.
                      type: [integer, 'null']
                - description: There is no value.
                  type: object
                  additionalProperties: false
                  required: [absentReason, detail]
                  properties:
                    absentReason: {type: string}
                    detail: {type: string}
            AgreementStanding:
              oneOf:
                - type: object
                  additionalProperties: false
                  required: [ratio, declaredPercent, passes]
                  properties:
                    ratio:
                      description: In millionths, rounded down.
                      type: integer
                    declaredPercent:
                      description: Whole per cent, rounded against the product.
                      type: integer
                    passes: {type: boolean}
                - description: There is no ratio.
                  type: object
                  additionalProperties: false
                  required: [absentReason]
                  properties:
                    absentReason: {type: string}
            Purchase:
              type: object
              additionalProperties: false
              required: [value, originating]
              properties:
                value: {$ref: '#/components/schemas/ProductAmount'}
                originating: {$ref: '#/components/schemas/ProductAmount'}
        """#
}
