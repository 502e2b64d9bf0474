/// Pages of buyers.
enum BuyerTemplates {
    static let home = #"""
        <h1>{{name}}</h1>
        {{#refusedCount}}<p class="alert alert-warning"><a href="/refused">{{t.refusedRecords}}: {{.}}</a></p>{{/refusedCount}}
        {{#lacksProfile}}<p class="alert alert-warning">{{t.profileLacks}} <a href="/publish/profiles">{{t.formProfile}}</a></p>{{/lacksProfile}}
        <p class="buttons"><a class="btn btn-primary" href="/publish/requirements">{{t.formRequirement}}</a>
        <a class="btn btn-outline-primary" href="/upload/requirements">{{t.uploadMany}}</a>
        <a class="btn btn-outline-primary" href="/publish/products">{{t.formProduct}}</a>
        <a class="btn btn-outline-primary" href="/publish/profiles">{{t.formProfile}}</a></p>
        <section aria-labelledby="mine">
        <h2 id="mine">{{t.myRequirements}}</h2>
        {{^hasRows}}<p>{{t.noRequirementsYet}}</p>{{/hasRows}}
        {{#hasRows}}
        <div class="table-responsive" role="region" aria-labelledby="mine" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.requirement}}</th><th scope="col" class="number">{{t.qualifyingSuppliers}}</th><th scope="col">{{t.bestSupplier}}</th><th scope="col" class="number">{{t.score}}</th><th scope="col" class="number">{{t.ratio}}</th><th scope="col">{{t.status}}</th><th scope="col">{{t.time}}</th></tr></thead>
        <tbody>{{#rows}}<tr><th scope="row"><a href="/requirements/{{key}}">{{description}}</a></th><td class="number">{{qualifying}}</td><td>{{best}}</td><td class="number">{{score}}</td><td class="number">{{ratio}}{{#ratioAbsence}} <small>{{.}}</small>{{/ratioAbsence}}</td><td class="text-nowrap">{{status}}</td><td class="text-nowrap">{{time}}</td></tr>
        {{/rows}}</tbody></table></div>
        {{/hasRows}}
        </section>
        {{#hasAwards}}
        <section aria-labelledby="awards"><h2 id="awards">{{t.awards}}</h2>
        <div class="table-responsive" role="region" aria-labelledby="awards" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.requirement}}</th><th scope="col">{{t.supplier}}</th><th scope="col" class="number">{{t.quantity}}</th><th scope="col" class="number">{{t.unitPrice}}</th><th scope="col">{{t.status}}</th><th scope="col">{{t.time}}</th></tr></thead>
        <tbody>{{#awards}}<tr><th scope="row"><a href="/requirements/{{requirement}}">{{requirement}}</a></th><td>{{supplier}}</td><td class="number">{{quantity}}</td><td class="number">{{price}}</td><td><a href="/publish/awards?key={{key}}">{{status}}</a></td><td class="text-nowrap">{{time}}</td></tr>
        {{/awards}}</tbody></table></div></section>
        {{/hasAwards}}
        """#

    static let products = #"""
        <h1>{{t.products}}</h1>
        {{#frame.isBuyer}}<p class="buttons"><a class="btn btn-primary" href="/publish/products">{{t.formProduct}}</a></p>{{/frame.isBuyer}}
        {{^hasProducts}}<p>{{t.noProductsYet}}</p>{{/hasProducts}}
        {{#products}}
        <section aria-labelledby="p-{{key}}"><h2 id="p-{{key}}">{{name}}</h2>
        <p class="note"><code>{{key}}</code>, {{t.fob}} {{fob}}{{#frame.isBuyer}} <a href="/publish/products?key={{key}}">{{t.amend}}</a>{{/frame.isBuyer}}</p>
        <dl class="counts"><div><dt>{{t.demandToday}}</dt><dd>{{today}}</dd></div><div><dt>{{t.realised}}</dt><dd>{{realised}}</dd></div><div><dt>{{t.potential}}</dt><dd>{{potential}}</dd></div></dl>
        {{#hasAgreements}}
        <div class="table-responsive" role="region" aria-labelledby="p-{{key}}" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.agreement}}</th><th scope="col" class="number">{{t.limit}}</th><th scope="col">{{t.demandToday}}</th><th scope="col">{{t.realised}}</th><th scope="col">{{t.potential}}</th><th scope="col">{{t.firstLines}}</th></tr></thead>
        <tbody>{{#agreements}}<tr><th scope="row">{{name}}</th><td class="number">{{limit}}</td><td>{{today}}</td><td>{{realised}}</td><td>{{potential}}</td><td>{{firstAwards}}</td></tr>
        {{/agreements}}</tbody></table></div>
        {{/hasAgreements}}
        {{#hasLines}}
        <details><summary>{{t.howComputed}}</summary>
        <p class="note">{{t.productLines}}</p>
        <div class="table-responsive" role="region" aria-labelledby="p-{{key}}" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.requirement}}</th><th scope="col" class="number">{{t.quantity}}</th><th scope="col" class="number">{{t.demandToday}}</th><th scope="col" class="number">{{t.realised}}</th><th scope="col" class="number">{{t.potential}}</th><th scope="col">{{t.leftOut}}</th></tr></thead>
        <tbody>{{#lines}}<tr><th scope="row"><a href="/requirements/{{requirement}}">{{requirement}}</a></th><td class="number">{{quantity}}</td><td class="number">{{today}}</td><td class="number">{{realised}}</td><td class="number">{{potential}}</td><td>{{leftOut}}</td></tr>
        {{/lines}}</tbody></table></div></details>
        {{/hasLines}}
        </section>
        {{/products}}
        """#

    static let others = #"""
        <h1>{{t.leftOutTitle}}</h1>
        <p><a href="/requirements/{{heading}}"><code>{{heading}}</code></a></p>
        {{^hasExplanations}}<p>{{t.nobodyLeftOut}}</p>{{/hasExplanations}}
        {{#hasExplanations}}
        {{#shown}}<p class="note">{{.}} ({{t.shownOfAll}})</p>{{/shown}}
        <div class="table-responsive" role="region" aria-label="{{t.leftOutTitle}}" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.supplier}}</th><th scope="col">{{t.failsOn}}</th><th scope="col">{{t.wouldFitWith}}</th><th scope="col">{{t.explain}}</th></tr></thead>
        <tbody>{{#explanations}}<tr><th scope="row">{{supplier}} <small><code>{{capabilityKey}}</code></small></th><td>{{failed}}</td><td>{{#change}}{{.}}{{/change}}{{^change}}–{{/change}}</td><td><a href="/explain?requirement={{heading}}&amp;capability={{capabilityKey}}" aria-label="{{t.explain}} {{capabilityKey}}">{{t.explain}}</a></td></tr>
        {{/explanations}}</tbody></table></div>
        {{/hasExplanations}}
        """#

    static let explanation = #"""
        <h1>{{t.explain}}</h1>
        <p><code>{{heading}}</code></p>
        {{#explanations}}{{> explanationRows}}{{/explanations}}
        """#

    static let explanationRows = #"""
        <section aria-labelledby="c-{{capabilityKey}}">
        <h2 id="c-{{capabilityKey}}">{{supplier}} <small><code>{{capabilityKey}}</code></small></h2>
        <p class="fs-5">{{#qualifies}}{{t.fits}}{{/qualifies}}{{^qualifies}}{{t.doesNotFit}}: {{failed}}{{/qualifies}}</p>
        {{#change}}<p>{{t.wouldFitWith}} <strong>{{.}}</strong></p>{{/change}}
        <div class="table-responsive" role="region" aria-labelledby="c-{{capabilityKey}}" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.reason}}</th><th scope="col">{{t.verdict}}</th><th scope="col">{{t.asked}}</th><th scope="col">{{t.offered}}</th></tr></thead>
        <tbody>{{#findings}}<tr><th scope="row">{{why}}</th><td>{{#holds}}✓{{/holds}}{{^holds}}✗{{/holds}} {{verdict}}</td><td>{{asked}}</td><td>{{offered}}</td></tr>
        {{/findings}}</tbody></table></div>
        {{#terms}}<p>{{t.score}}: {{t.priceTerm}} + {{t.coverageTerm}} + {{t.localizationTerm}} = {{.}}{{#rank}}, {{t.rank}} {{.}}{{/rank}}</p>{{/terms}}
        </section>
        """#
}
