/// A requirement: what is asked, its current match set, and those before.
enum RequirementTemplate {
    static let text = #"""
        <h1>{{heading}}</h1>
        <p class="note"><code>{{key}}</code></p>
        {{#editHref}}<p class="buttons"><a class="btn btn-outline-primary" href="{{.}}">{{t.amend}}</a></p>{{/editHref}}
        {{#isWithdrawn}}<p class="alert alert-warning">{{t.withdrawn}}</p>{{/isWithdrawn}}
        <section aria-labelledby="details">
        <h2 id="details">{{t.details}}</h2>
        <dl class="facts">
        {{#facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
        {{/facts}}
        </dl>
        </section>
        {{#hasAwards}}
        <section aria-labelledby="awards"><h2 id="awards">{{t.awards}}</h2>
        <div class="table-responsive" role="region" aria-labelledby="awards" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.supplier}}</th><th scope="col" class="number">{{t.quantity}}</th><th scope="col" class="number">{{t.unitPrice}}</th><th scope="col">{{t.status}}</th><th scope="col">{{t.decisionReason}}</th><th scope="col">{{t.time}}</th></tr></thead>
        <tbody>{{#awards}}<tr><th scope="row">{{#editHref}}<a href="/publish/awards?key={{key}}">{{supplier}}</a>{{/editHref}}{{^editHref}}{{supplier}}{{/editHref}}</th><td class="number">{{quantity}}</td><td class="number">{{price}}</td><td>{{status}}</td><td>{{reason}}</td><td class="text-nowrap">{{time}}</td></tr>
        {{/awards}}</tbody></table></div></section>
        {{/hasAwards}}
        {{#hasQuotes}}
        <section aria-labelledby="quotes"><h2 id="quotes">{{t.quotes}}</h2>
        <dl class="facts">{{#quoteFacts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
        {{/quoteFacts}}</dl>
        {{#listsQuotes}}
        <div class="table-responsive" role="region" aria-labelledby="quotes" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.supplier}}</th><th scope="col" class="number">{{t.quantity}}</th><th scope="col" class="number">{{t.unitPrice}}</th><th scope="col" class="number">{{t.leadTimeDays}}</th><th scope="col">{{t.validLast}}</th><th scope="col">{{t.note}}</th><th scope="col">{{t.award}}</th></tr></thead>
        <tbody>{{#quotes}}<tr><th scope="row">{{supplier}} <small><code>{{capabilityKey}}</code></small>{{#isInOtherUnit}}<small>{{t.quoteInOtherUnit}}</small>{{/isInOtherUnit}}</th><td class="number">{{quantity}}</td><td class="number">{{price}}</td><td class="number">{{leadTime}}</td><td class="text-nowrap">{{validUntil}}</td><td>{{note}}</td><td><a href="{{awardHref}}" aria-label="{{t.award}} {{capabilityKey}}">{{t.award}}</a></td></tr>
        {{/quotes}}</tbody></table></div>{{/listsQuotes}}</section>
        {{/hasQuotes}}
        {{^current}}<p>{{t.notMatchedYet}}</p>{{/current}}
        {{#current}}{{> matchSet}}{{/current}}
        <p><a href="/requirements/{{key}}/others">{{t.leftOutTitle}}</a></p>
        <section aria-labelledby="history">
        <h2 id="history">{{t.history}}</h2>
        {{^hasHistory}}<p>{{t.noHistory}}</p>{{/hasHistory}}
        {{#hasHistory}}
        <div class="table-responsive" role="region" aria-labelledby="history" tabindex="0">
        <table class="table">
        <caption>{{t.historyCaption}}</caption>
        <thead><tr>
        <th scope="col">{{t.time}}</th>
        <th scope="col">{{t.status}}</th>
        <th scope="col" class="number">{{t.qualifyingSuppliers}}</th>
        <th scope="col">{{t.bestSupplier}}</th>
        <th scope="col" class="number">{{t.ratio}}</th>
        </tr></thead>
        <tbody>
        {{#earlier}}<tr>
        <th scope="row">{{time}}</th>
        <td>{{status}}</td>
        <td class="number">{{qualifying}}</td>
        <td>{{best}}</td>
        <td class="number">{{ratio}}</td>
        </tr>
        {{/earlier}}
        </tbody>
        </table>
        </div>
        {{/hasHistory}}
        </section>
        """#
}
