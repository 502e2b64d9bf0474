/// Pages of suppliers.
enum SupplierTemplates {
    static let home = #"""
        <h1>{{name}}</h1>
        {{#refusedCount}}<p class="alert alert-warning"><a href="/refused">{{t.refusedRecords}}: {{.}}</a></p>{{/refusedCount}}
        {{#lacksProfile}}<p class="alert alert-warning">{{t.profileLacks}} <a href="/publish/profiles">{{t.formProfile}}</a></p>{{/lacksProfile}}
        {{#lacksSubscription}}<p class="alert alert-warning">{{t.subscriptionLacks}} <a href="/publish/subscriptions">{{t.formSubscription}}</a></p>{{/lacksSubscription}}
        {{#hasWarnings}}<ul class="alert alert-warning ps-5">{{#warnings}}<li>{{.}}</li>{{/warnings}}</ul>{{/hasWarnings}}
        <p class="buttons"><a class="btn btn-primary" href="/publish/capabilities">{{t.formCapability}}</a>
        <a class="btn btn-outline-primary" href="/upload/capabilities">{{t.uploadMany}}</a>
        <a class="btn btn-outline-primary" href="/publish/subscriptions">{{t.formSubscription}}</a>
        <a class="btn btn-outline-primary" href="/publish/profiles">{{t.formProfile}}</a></p>
        <p>{{t.profile}}: <strong>{{profileStanding}}</strong>. <a href="/opportunities">{{t.opportunities}}</a></p>
        <section aria-labelledby="mine"><h2 id="mine">{{t.myCapabilities}}</h2>
        {{^hasCapabilities}}<p>{{t.noCapabilitiesYet}}</p>{{/hasCapabilities}}
        {{#hasCapabilities}}
        <div class="table-responsive" role="region" aria-labelledby="mine" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.capability}}</th><th scope="col">{{t.hsCode}}</th><th scope="col" class="number">{{t.capacityPerMonth}}</th><th scope="col" class="number">{{t.unitPrice}}</th><th scope="col" class="number">{{t.lvc}}</th><th scope="col">{{t.statement}}</th><th scope="col">{{t.certificates}}</th></tr></thead>
        <tbody>{{#capabilities}}<tr><th scope="row"><a href="/capabilities/{{key}}">{{words}}</a></th><td>{{hsCode}}</td><td class="number">{{capacity}}</td><td class="number">{{price}}</td><td class="number">{{lvc}}</td><td>{{statement}}</td><td>{{certificates}}</td></tr>
        {{/capabilities}}</tbody></table></div>
        {{/hasCapabilities}}</section>
        {{#hasAwards}}
        <section aria-labelledby="awards"><h2 id="awards">{{t.awardsToMe}}</h2>
        <div class="table-responsive" role="region" aria-labelledby="awards" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.requirement}}</th><th scope="col" class="number">{{t.quantity}}</th><th scope="col" class="number">{{t.unitPrice}}</th><th scope="col">{{t.status}}</th><th scope="col">{{t.decisionReason}}</th><th scope="col">{{t.time}}</th></tr></thead>
        <tbody>{{#awards}}<tr><th scope="row">{{requirement}}</th><td class="number">{{quantity}}</td><td class="number">{{price}}</td><td>{{status}}</td><td>{{reason}}</td><td class="text-nowrap">{{time}}</td></tr>
        {{/awards}}</tbody></table></div></section>
        {{/hasAwards}}
        """#

    static let opportunities = #"""
        <h1 id="opportunities">{{t.opportunities}}</h1>
        {{#lacksSubscription}}<p class="alert alert-warning">{{t.subscriptionLacks}} <a href="/publish/subscriptions">{{t.formSubscription}}</a></p>{{/lacksSubscription}}
        <p class="note" id="live" role="status" data-watching="{{t.watching}}" data-lost="{{t.watchingLost}}">{{t.reloadForNews}}</p>
        {{^hasRows}}<p id="none">{{t.noOpportunitiesYet}}</p>{{/hasRows}}
        <div class="table-responsive" role="region" aria-labelledby="opportunities" tabindex="0"><table class="table"{{#isNewest}} id="stream"{{/isNewest}} data-stream="/api/v1/opportunities/stream" data-open="{{t.opportunityOpen}}" data-ended="{{t.opportunityEnded}}">
        <thead><tr><th scope="col">{{t.requirement}}</th><th scope="col">{{t.hsCode}}</th><th scope="col" class="number">{{t.quantity}}</th><th scope="col">{{t.delivery}}</th><th scope="col">{{t.closingDay}}</th><th scope="col">{{t.status}}</th><th scope="col">{{t.time}}</th></tr></thead>
        <tbody aria-live="polite">{{#rows}}<tr data-name="{{name}}" data-place="{{place}}"><th scope="row"><a href="{{href}}">{{words}}</a></th><td>{{hsCode}}</td><td class="number">{{quantity}}</td><td class="text-nowrap">{{delivery}}</td><td class="text-nowrap">{{closing}}</td><td>{{status}}</td><td class="text-nowrap">{{time}}</td></tr>
        {{/rows}}</tbody></table></div>
        {{#olderHref}}<p><a href="{{.}}">{{t.older}}</a></p>{{/olderHref}}
        {{#hasOthers}}
        <section aria-labelledby="others"><h2 id="others">{{t.otherRequirements}}</h2>
        <p class="note">{{t.otherRequirementsLead}}</p>
        <ul class="list-group list-group-flush">{{#others}}<li class="list-group-item"><a href="{{href}}">{{words}}</a> {{hsCode}}</li>
        {{/others}}</ul>
        {{#moreOthersHref}}<p><a href="{{.}}">{{t.otherRequirementsMore}}</a></p>{{/moreOthersHref}}</section>
        {{/hasOthers}}
        {{#hasQuotes}}
        <section aria-labelledby="quotes"><h2 id="quotes">{{t.myQuotes}}</h2>
        <div class="table-responsive" role="region" aria-labelledby="quotes" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.requirement}}</th><th scope="col" class="number">{{t.quantity}}</th><th scope="col" class="number">{{t.unitPrice}}</th><th scope="col">{{t.time}}</th></tr></thead>
        <tbody>{{#quotes}}<tr><th scope="row">{{requirement}}</th><td class="number">{{quantity}}</td><td class="number">{{price}}</td><td class="text-nowrap">{{time}}</td></tr>
        {{/quotes}}</tbody></table></div></section>
        {{/hasQuotes}}
        """#

    static let opportunity = #"""
        <h1>{{heading}}</h1>
        <p class="note"><code>{{name}}</code></p>
        {{^isOpen}}<p class="alert alert-warning">{{t.opportunityEnded}}</p>{{/isOpen}}
        <section aria-labelledby="details"><h2 id="details">{{t.details}}</h2>
        <dl class="facts">{{#facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
        {{/facts}}</dl></section>
        {{#hasAwards}}
        <section aria-labelledby="awards"><h2 id="awards">{{t.awardsToMe}}</h2>
        <ul>{{#awards}}<li>{{quantity}}, {{price}}: <strong>{{status}}</strong> {{reason}}</li>{{/awards}}</ul></section>
        {{/hasAwards}}
        <h2>{{t.ownCapabilities}}</h2>
        {{^hasExplanations}}<p>{{t.noCapabilityOfHeading}} <a href="/publish/capabilities">{{t.formCapability}}</a></p>{{/hasExplanations}}
        {{#explanations}}
        {{#explanation}}{{> explanationRows}}{{/explanation}}
        {{#quoteHref}}{{#isOpen}}<p class="buttons"><a class="btn btn-primary" href="{{quoteHref}}">{{t.formQuote}}</a></p>{{/isOpen}}{{/quoteHref}}
        {{/explanations}}
        """#

    static let capability = #"""
        <h1>{{row.words}}</h1>
        <p class="note">{{supplier}} <code>{{row.key}}</code></p>
        {{#editHref}}<p class="buttons"><a class="btn btn-outline-primary" href="{{.}}">{{t.amend}}</a></p>{{/editHref}}
        <dl class="counts"><div><dt>{{t.lvc}}</dt><dd>{{row.lvc}}</dd></div><div><dt>{{t.statement}}</dt><dd>{{row.statement}}</dd></div></dl>
        {{#row.certificates}}<p>{{t.certificates}}: {{.}}</p>{{/row.certificates}}
        <section aria-labelledby="details"><h2 id="details">{{t.details}}</h2>
        <dl class="facts">{{#facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
        {{/facts}}</dl></section>
        """#
}
