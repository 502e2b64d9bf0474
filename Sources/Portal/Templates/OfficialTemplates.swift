/// Pages of officials.
enum OfficialTemplates {
    static let dashboard = #"""
        <h1 id="localization">{{t.localization}}</h1>
        <p class="note">{{t.neverMixed}} {{t.plansDoNotReserve}}{{#isPublished}} {{t.smallCells}}{{/isPublished}}</p>
        <nav aria-label="{{t.groupBy}}"><ul class="nav nav-tabs mb-3">{{#groupings}}<li class="nav-item"><a class="nav-link{{#isChosen}} active{{/isChosen}}" href="{{href}}"{{#isChosen}} aria-current="page"{{/isChosen}}>{{name}}</a></li>{{/groupings}}</ul></nav>
        <form method="get" action="/localization" class="d-flex flex-wrap gap-2 align-items-center mb-3"><input type="hidden" name="by" value="{{by}}">{{#groupCode}}<input type="hidden" name="group" value="{{.}}">{{/groupCode}}<label for="asOf">{{t.asOfDay}}</label> <input class="form-control w-auto" type="date" id="asOf" name="asOf" value="{{asOf}}"> <button type="submit" class="btn btn-outline-primary">{{t.showDay}}</button> <a href="{{csvHref}}">CSV</a></form>
        {{^hasGroups}}<p>{{t.noNumbersYet}}</p>{{/hasGroups}}
        {{#hasGroups}}
        {{#map}}<div id="map" role="img" aria-label="{{t.mapOfWards}}" data-map="{{.}}" data-demand="{{t.demandToday}}" data-potential="{{t.potential}}" data-realised="{{t.realised}}"></div>{{/map}}
        {{#chart}}<div class="chart"><canvas id="chart" role="img" aria-label="{{t.valueAddedRatio}}" data-chart="{{.}}"></canvas></div>{{/chart}}
        {{#within}}<h2>{{.}}</h2><p class="note">{{t.contributionsLead}}</p>{{/within}}
        <div class="table-responsive" role="region" aria-labelledby="localization" tabindex="0"><table class="table">
        <caption>{{t.dashboardCaption}}</caption>
        <thead><tr><th scope="col" rowspan="2">{{t.group}}</th><th scope="col" rowspan="2" class="number">{{t.requirements}}</th><th scope="colgroup" colspan="4">{{t.demandToday}}</th><th scope="colgroup" colspan="3">{{t.potential}}</th><th scope="col" rowspan="2" class="number">{{t.jointlyFeasible}}</th><th scope="colgroup" colspan="4">{{t.realised}}</th></tr>
        <tr><th scope="col" class="number">{{t.amount}}</th><th scope="col" class="number">{{t.inCountryShort}}</th><th scope="col" class="number">{{t.ownedShort}}</th><th scope="col" class="number">{{t.addedShort}}</th><th scope="col" class="number">{{t.inCountryShort}}</th><th scope="col" class="number">{{t.ownedShort}}</th><th scope="col" class="number">{{t.addedShort}}</th><th scope="col" class="number">{{t.inCountryShort}}</th><th scope="col" class="number">{{t.ownedShort}}</th><th scope="col" class="number">{{t.addedShort}}</th><th scope="col" class="number">{{t.verifiedShort}}</th></tr></thead>
        <tbody>{{#groups}}<tr><th scope="row">{{#href}}<a href="{{.}}">{{code}}</a>{{/href}}{{^href}}{{code}}{{/href}} <small>{{words}}</small></th><td class="number">{{requirements}}</td>
        {{#demand}}<td class="number">{{money}}</td><td class="number">{{inCountry}}</td><td class="number">{{domesticallyOwned}}</td><td class="number">{{valueAdded}}</td>{{/demand}}
        {{#potential}}<td class="number">{{inCountry}}</td><td class="number">{{domesticallyOwned}}</td><td class="number">{{valueAdded}}</td>{{/potential}}
        {{#jointlyFeasible}}<td class="number">{{valueAdded}}</td>{{/jointlyFeasible}}
        {{#realised}}<td class="number">{{inCountry}}</td><td class="number">{{domesticallyOwned}}</td><td class="number">{{valueAdded}}</td><td class="number">{{verified}}</td>{{/realised}}</tr>
        {{/groups}}</tbody></table></div>
        {{/hasGroups}}
        <script src="/assets/chart.js" defer></script>
        {{#map}}<link rel="stylesheet" href="/assets/leaflet.css">
        <script src="/assets/leaflet.js" defer></script>{{/map}}
        """#

    static let verify = #"""
        <h1>{{t.verify}}</h1>
        <p>{{t.verifyLead}}</p>
        <section aria-labelledby="profiles"><h2 id="profiles">{{t.profiles}}</h2>
        {{^hasProfiles}}<p>{{t.nothingWaits}}</p>{{/hasProfiles}}
        <ul class="list-group list-group-flush">{{#profiles}}<li class="list-group-item">{{owner}} <code>{{what}}</code> {{details}} <a class="btn btn-sm btn-outline-primary" href="{{decideHref}}" aria-label="{{t.decide}} {{what}}">{{t.decide}}</a></li>{{/profiles}}</ul></section>
        <section aria-labelledby="statements"><h2 id="statements">{{t.statements}}</h2>
        {{^hasStatements}}<p>{{t.nothingWaits}}</p>{{/hasStatements}}
        <ul class="list-group list-group-flush">{{#statements}}<li class="list-group-item">{{owner}} <a href="{{href}}"><code>{{what}}</code></a> {{details}} <a class="btn btn-sm btn-outline-primary" href="{{decideHref}}" aria-label="{{t.decide}} {{what}}">{{t.decide}}</a></li>{{/statements}}</ul></section>
        <section aria-labelledby="certificates"><h2 id="certificates">{{t.certificates}}</h2>
        {{^hasCertificates}}<p>{{t.nothingWaits}}</p>{{/hasCertificates}}
        <ul class="list-group list-group-flush">{{#certificates}}<li class="list-group-item">{{owner}} <a href="{{href}}">{{what}}</a> {{details}} <a class="btn btn-sm btn-outline-primary" href="{{decideHref}}" aria-label="{{t.decide}} {{what}}">{{t.decide}}</a></li>{{/certificates}}</ul></section>
        """#

    static let suppliers = #"""
        <h1 id="suppliers">{{t.suppliersByReadiness}}</h1>
        <p>{{t.readinessLead}}</p>
        <dl class="counts">{{#counts}}<div><dt>{{steps}}</dt><dd>{{suppliers}}</dd></div>{{/counts}}</dl>
        {{^hasRows}}<p>{{t.noSuppliersYet}}</p>{{/hasRows}}
        {{#hasRows}}
        <div class="table-responsive" role="region" aria-labelledby="suppliers" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.supplier}}</th><th scope="col" class="number">{{t.readiness}}</th><th scope="col">{{t.profile}}</th><th scope="col" class="number">{{t.statementsOf}}</th><th scope="col" class="number">{{t.certificatesOf}}</th></tr></thead>
        <tbody>{{#rows}}<tr><th scope="row">{{name}} <small><code>{{code}}</code></small></th><td class="number">{{steps}}</td><td>{{profile}}</td><td class="number">{{statements}}</td><td class="number">{{certificates}}</td></tr>
        {{/rows}}</tbody></table></div>
        {{/hasRows}}
        """#
}
