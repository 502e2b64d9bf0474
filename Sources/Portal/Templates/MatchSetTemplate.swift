/// A match set in full.
enum MatchSetTemplate {
    static let text = #"""
        <section aria-labelledby="current">
        <h2 id="current">{{t.currentMatchSet}}</h2>
        <dl class="facts">
        <div><dt>{{t.status}}</dt><dd>{{status}}</dd></div>
        <div><dt>{{t.time}}</dt><dd>{{asOf}}</dd></div>
        <div><dt>{{t.openQuantity}}</dt><dd>{{open}} {{unit}}</dd></div>
        <div><dt>{{t.qualifyingSuppliers}}</dt><dd>{{qualifying}}</dd></div>
        <div><dt>{{t.candidatesExamined}}</dt><dd>{{examined}}</dd></div>
        <div><dt>{{t.causedBy}}</dt><dd><code>{{cause}}</code></dd></div>
        <div><dt>{{t.engineVersion}}</dt><dd>{{engine}}</dd></div>
        </dl>
        {{#hasFlags}}<h3>{{t.awardFlags}}</h3>
        <ul class="alert alert-warning ps-5">
        {{#flags}}<li><code>{{award}}</code>: {{why}}</li>
        {{/flags}}
        </ul>{{/hasFlags}}
        <h3 id="ranking">{{t.ranking}}</h3>
        {{^hasRanking}}<p>{{t.nobodyQualifies}}</p>{{/hasRanking}}
        {{#hasRanking}}
        <div class="table-responsive" role="region" aria-labelledby="ranking" tabindex="0">
        <table class="table">
        <caption>{{t.rankingCaption}}</caption>
        <thead><tr>
        <th scope="col" class="number">{{t.rank}}</th>
        <th scope="col">{{t.supplier}}</th>
        {{#isOwn}}<th scope="col" class="number">{{t.score}}</th>
        <th scope="col" class="number">{{t.priceTerm}}</th>{{/isOwn}}
        <th scope="col" class="number">{{t.coverageTerm}}</th>
        <th scope="col" class="number">{{t.localizationTerm}}</th>
        <th scope="col" class="number">{{t.unitPrice}} ({{currency}})</th>
        <th scope="col" class="number">{{t.available}} ({{unit}})</th>
        <th scope="col" class="number">{{t.lvc}}</th>
        <th scope="col">{{t.notes}}</th>
        <th scope="col">{{t.explain}}</th>
        </tr></thead>
        <tbody>
        {{#ranked}}<tr>
        <td class="number">{{rank}}</td>
        <th scope="row">{{name}} <small><code>{{capabilityKey}}</code></small></th>
        {{#isOwn}}<td class="number"><strong>{{points}}</strong></td>
        <td class="number">{{priceTerm}}</td>{{/isOwn}}
        <td class="number">{{coverageTerm}}</td>
        <td class="number">{{localizationTerm}}</td>
        <td class="number">{{unitPrice}}</td>
        <td class="number">{{available}}</td>
        <td class="number">{{lvc}}</td>
        <td>{{remarks}}</td>
        <td><a href="{{explainHref}}" aria-label="{{t.explain}} {{capabilityKey}}">{{t.explain}}</a>{{#isOwn}} <a href="{{awardHref}}" aria-label="{{t.award}} {{capabilityKey}}">{{t.award}}</a>{{/isOwn}}</td>
        </tr>
        {{/ranked}}
        </tbody>
        </table>
        </div>
        {{/hasRanking}}
        <h3 id="plan">{{t.plan}}</h3>
        {{^hasPlan}}<p>{{t.noPlan}}</p>{{/hasPlan}}
        {{#hasPlan}}
        <div class="table-responsive" role="region" aria-labelledby="plan" tabindex="0">
        <table class="table">
        <caption>{{t.planCaption}}</caption>
        <thead><tr>
        <th scope="col">{{t.supplier}}</th>
        <th scope="col" class="number">{{t.quantity}} ({{unit}})</th>
        <th scope="col" class="number">{{t.unitPrice}} ({{currency}})</th>
        <th scope="col" class="number">{{t.amount}}</th>
        <th scope="col" class="number">{{t.lvc}}</th>
        <th scope="col" class="number">{{t.addedValue}}</th>
        </tr></thead>
        <tbody>
        {{#allocations}}<tr>
        <th scope="row">{{name}} <small><code>{{capabilityKey}}</code></small></th>
        <td class="number">{{quantity}}</td>
        <td class="number">{{unitPrice}}</td>
        <td class="number">{{money}}</td>
        <td class="number">{{lvc}}</td>
        <td class="number">{{added}}</td>
        </tr>
        {{/allocations}}
        </tbody>
        </table>
        </div>
        {{/hasPlan}}
        <h3>{{t.ratio}}</h3>
        {{#absence}}<p>{{t.ratioAbsent}}: {{.}}</p>{{/absence}}
        {{#sum}}
        <p class="fs-5"><strong>{{result}}</strong> = {{added}} ÷ ({{planned}} + {{uncoveredMoney}})</p>
        <p class="note">{{t.arithmeticFormula}}. {{t.uncovered}}: {{uncoveredQuantity}} {{unit}}</p>
        {{/sum}}
        {{#hasMissCounts}}
        <h3 id="near">{{t.nearMisses}}</h3>
        <p>{{t.nearMissCounts}}:</p>
        <ul>
        {{#missCounts}}<li>{{why}}: {{number}}</li>
        {{/missCounts}}
        </ul>
        {{#hasMisses}}
        <div class="table-responsive" role="region" aria-labelledby="near" tabindex="0">
        <table class="table">
        <caption>{{t.nearMissesCaption}}</caption>
        <thead><tr>
        <th scope="col">{{t.supplier}}</th>
        <th scope="col">{{t.failsOnly}}</th>
        <th scope="col">{{t.wouldFitWith}}</th>
        {{#isOwn}}<th scope="col" class="number">{{t.couldScore}}</th>{{/isOwn}}
        </tr></thead>
        <tbody>
        {{#misses}}<tr>
        <th scope="row">{{name}} <small><code>{{capabilityKey}}</code></small></th>
        <td>{{why}}</td>
        <td>{{change}}</td>
        {{#isOwn}}<td class="number">{{points}}</td>{{/isOwn}}
        </tr>
        {{/misses}}
        </tbody>
        </table>
        </div>
        {{/hasMisses}}
        {{/hasMissCounts}}
        </section>
        """#
}
