/// A requirement: what is asked, its current match set, and those before.
enum RequirementTemplate {
    static let text = #"""
        {{<layout}}
        {{$main}}
        <h1>{{heading}}</h1>
        <p class="note"><code>{{key}}</code></p>
        {{#isWithdrawn}}<p class="alert">{{t.withdrawn}}</p>{{/isWithdrawn}}
        <section aria-labelledby="details">
        <h2 id="details">{{t.details}}</h2>
        <dl class="facts">
        {{#facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
        {{/facts}}
        </dl>
        </section>
        {{^current}}<p>{{t.notMatchedYet}}</p>{{/current}}
        {{#current}}{{> matchSet}}{{/current}}
        <section aria-labelledby="history">
        <h2 id="history">{{t.history}}</h2>
        {{^hasHistory}}<p>{{t.noHistory}}</p>{{/hasHistory}}
        {{#hasHistory}}
        <div class="scroll" role="region" aria-labelledby="history" tabindex="0">
        <table>
        <caption>{{t.historyCaption}}</caption>
        <thead><tr>
        <th scope="col">{{t.time}}</th>
        <th scope="col">{{t.status}}</th>
        <th scope="col" class="figure">{{t.qualifyingSuppliers}}</th>
        <th scope="col">{{t.bestSupplier}}</th>
        <th scope="col" class="figure">{{t.ratio}}</th>
        </tr></thead>
        <tbody>
        {{#earlier}}<tr>
        <th scope="row">{{time}}</th>
        <td>{{status}}</td>
        <td class="figure">{{qualifying}}</td>
        <td>{{best}}</td>
        <td class="figure">{{ratio}}</td>
        </tr>
        {{/earlier}}
        </tbody>
        </table>
        </div>
        {{/hasHistory}}
        </section>
        {{/main}}
        {{/layout}}
        """#
}
