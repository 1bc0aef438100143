; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source be9a00e44c75467fe7bbd334506f9a16
; entry sea_raycaster.march.0(float32:3:C, float32:2:C, float32:2:C, float64:2:C, float64:1:C, float64:1:C, float64:2:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64:1:C, float32:1:C, int32:1:C, float32:2:C, float32:2:C, float32:2:C, float32:2:C) -> none
define void @sea_raycaster.march.0(ptr %0) {
  %2 = getelementptr i8, ptr %0, i64 56
  %3 = load ptr, ptr %2, align 8
  %4 = getelementptr i8, ptr %0, i64 72
  %5 = load i64, ptr %4, align 8
  %6 = getelementptr i8, ptr %0, i64 136
  %7 = load ptr, ptr %6, align 8
  %8 = getelementptr i8, ptr %0, i64 152
  %9 = load i64, ptr %8, align 8
  %10 = getelementptr i8, ptr %0, i64 176
  %11 = load ptr, ptr %10, align 8
  %12 = getelementptr i8, ptr %0, i64 200
  %13 = load ptr, ptr %12, align 8
  %14 = getelementptr i8, ptr %0, i64 264
  %15 = load double, ptr %14, align 8
  %16 = getelementptr i8, ptr %0, i64 272
  %17 = load double, ptr %16, align 8
  %18 = getelementptr i8, ptr %0, i64 280
  %19 = load double, ptr %18, align 8
  %20 = getelementptr i8, ptr %0, i64 288
  %21 = load double, ptr %20, align 8
  %22 = getelementptr i8, ptr %0, i64 296
  %23 = load double, ptr %22, align 8
  %24 = getelementptr i8, ptr %0, i64 304
  %25 = load double, ptr %24, align 8
  %26 = getelementptr i8, ptr %0, i64 312
  %27 = load double, ptr %26, align 8
  %28 = getelementptr i8, ptr %0, i64 320
  %29 = load double, ptr %28, align 8
  %30 = getelementptr i8, ptr %0, i64 328
  %31 = load double, ptr %30, align 8
  %32 = getelementptr i8, ptr %0, i64 336
  %33 = load double, ptr %32, align 8
  %34 = getelementptr i8, ptr %0, i64 344
  %35 = load ptr, ptr %34, align 8
  %36 = getelementptr i8, ptr %0, i64 352
  %37 = load i64, ptr %36, align 8
  %38 = getelementptr i8, ptr %0, i64 368
  %39 = load ptr, ptr %38, align 8
  %40 = getelementptr i8, ptr %0, i64 392
  %41 = load ptr, ptr %40, align 8
  %42 = getelementptr i8, ptr %0, i64 416
  %43 = load ptr, ptr %42, align 8
  %44 = getelementptr i8, ptr %0, i64 432
  %45 = load i64, ptr %44, align 8
  %46 = getelementptr i8, ptr %0, i64 456
  %47 = load ptr, ptr %46, align 8
  %48 = getelementptr i8, ptr %0, i64 464
  %49 = load i64, ptr %48, align 8
  %50 = getelementptr i8, ptr %0, i64 472
  %51 = load i64, ptr %50, align 8
  %52 = getelementptr i8, ptr %0, i64 496
  %53 = load ptr, ptr %52, align 8
  %54 = getelementptr i8, ptr %0, i64 504
  %55 = load i64, ptr %54, align 8
  %56 = getelementptr i8, ptr %0, i64 512
  %57 = load i64, ptr %56, align 8
  %58 = getelementptr i8, ptr %0, i64 536
  %59 = load ptr, ptr %58, align 8
  %60 = getelementptr i8, ptr %0, i64 544
  %61 = load i64, ptr %60, align 8
  %62 = getelementptr i8, ptr %0, i64 552
  %63 = load i64, ptr %62, align 8
  %64 = icmp slt i64 %49, 1
  br i1 %64, label %69, label %65
65:
  %66 = icmp slt i64 %51, 1
  br label %444
67:
  %68 = icmp eq i64 %446, %49
  br i1 %68, label %69, label %444
69:
  %70 = add i64 %51, 31
  %71 = lshr i64 %70, 5
  %72 = icmp slt i64 %51, 1
  %73 = icmp eq i64 %71, 0
  %74 = select i1 %72, i1 true, i1 %73
  br i1 %74, label %526, label %75
75:
  %76 = uitofp i64 %51 to double
  %77 = fmul double %76, 5.000000e-01
  %78 = sitofp i64 %49 to double
  %79 = fsub double %78, %31
  %80 = fmul double %19, 1.600000e-01
  %81 = fmul double %80, %29
  %82 = fdiv double 1.000000e+00, %29
  %83 = fmul double %82, 1.500000e+00
  %84 = fcmp olt double %83, 5.000000e-03
  %85 = select i1 %84, double 5.000000e-03, double %83
  %86 = getelementptr i8, ptr %39, i64 256
  %87 = add nsw i64 %49, -1
  %88 = fmul double %19, %29
  %89 = fdiv double %88, 2.800000e+05
  %90 = shl i64 %45, 2
  br label %94
91:
  %92 = add nuw nsw i64 %95, 1
  %93 = icmp eq i64 %92, %71
  br i1 %93, label %526, label %94
94:
  %95 = phi i64 [ %92, %91 ], [ 0, %75 ]
  %96 = phi i64 [ %106, %91 ], [ 0, %75 ]
  %97 = shl i64 %95, 5
  %98 = sub i64 %51, %97
  %99 = tail call i64 @llvm.smax.i64(i64 %98, i64 0)
  %100 = tail call i64 @llvm.umin.i64(i64 %99, i64 32)
  %101 = add nuw nsw i64 %100, 1
  %102 = icmp sgt i64 %98, 0
  %103 = sext i1 %102 to i64
  %104 = add nsw i64 %101, %103
  %105 = shl nuw nsw i64 %104, 2
  %106 = add nuw i64 %96, 32
  %107 = sub nsw i64 %51, %96
  %108 = tail call i64 @llvm.smin.i64(i64 %107, i64 32)
  %109 = sitofp i64 %96 to double
  %110 = fadd double %109, 5.000000e-01
  %111 = fsub double %110, %77
  %112 = fmul double %33, %111
  %113 = fsub double %79, %112
  %114 = add nsw i64 %108, -1
  %115 = sitofp i64 %114 to double
  %116 = fmul double %33, %115
  %117 = fsub double %113, %116
  %118 = fcmp ogt double %117, %113
  %119 = select i1 %118, double %117, double %113
  %120 = fcmp olt double %119, 1.000000e+00
  %121 = select i1 %120, double 1.000000e+00, double %119
  %122 = fdiv double %81, %121
  %123 = fcmp olt double %122, 5.000000e-02
  %124 = select i1 %123, double 5.000000e-02, double %122
  %125 = fdiv double %124, 5.000000e-02
  %126 = tail call double @llvm.log.f64(double %125)
  %127 = fdiv double %126, 0x3F8A73D268DC557E
  %128 = fptosi double %127 to i64
  %129 = icmp slt i64 %128, 0
  %130 = select i1 %129, i64 %37, i64 0
  %131 = add i64 %130, %128
  %132 = icmp slt i64 %131, 0
  br i1 %132, label %461, label %462
133:
  %134 = icmp eq i64 %468, %476
  br i1 %134, label %135, label %474
135:
  %136 = icmp slt i64 %107, 1
  br label %480
137:
  %138 = fmul double %15, %485
  %139 = fmul double %17, %487
  %140 = fadd double %138, %139
  %141 = fmul double %489, %140
  %142 = fmul double %17, %485
  %143 = fmul double %15, %487
  %144 = fsub double %142, %143
  %145 = fmul double %489, %144
  %146 = tail call double @llvm.floor.f64(double %141)
  %147 = fsub double %141, %146
  %148 = fptrunc double %147 to float
  %149 = tail call double @llvm.floor.f64(double %145)
  %150 = fsub double %145, %149
  %151 = fptrunc double %150 to float
  br i1 %470, label %281, label %186
152:
  %153 = phi i64 [ %155, %152 ], [ %471, %480 ]
  %154 = phi i64 [ %156, %152 ], [ 0, %480 ]
  %155 = add nsw i64 %153, -1
  %156 = add nuw nsw i64 %154, 1
  %157 = uitofp i64 %154 to double
  %158 = fadd double %111, %157
  %159 = fmul double %82, %158
  %160 = fmul double %25, %159
  %161 = fadd double %21, %160
  %162 = fmul double %27, %159
  %163 = fadd double %23, %162
  %164 = fmul double %485, %161
  %165 = fmul double %487, %163
  %166 = fadd double %164, %165
  %167 = fmul double %489, %166
  %168 = fptrunc double %167 to float
  %169 = fmul double %485, %163
  %170 = fmul double %487, %161
  %171 = fsub double %169, %170
  %172 = fmul double %489, %171
  %173 = fptrunc double %172 to float
  %174 = getelementptr float, ptr %39, i64 %154
  store float %168, ptr %174, align 4
  %175 = getelementptr i8, ptr %174, i64 128
  store float %173, ptr %175, align 4
  %176 = fmul double %159, %159
  %177 = fadd double %176, 1.000000e+00
  %178 = tail call double @llvm.sqrt.f64(double %177)
  %179 = fmul double %85, %178
  %180 = tail call double @log2(double %179)
  %181 = fadd double %491, %180
  %182 = fadd double %181, 5.000000e-01
  %183 = fptrunc double %182 to float
  %184 = getelementptr i8, ptr %174, i64 256
  store float %183, ptr %184, align 4
  %185 = icmp sgt i64 %153, 1
  br i1 %185, label %152, label %137
186:
  %187 = mul nuw nsw i64 %482, %5
  %188 = getelementptr float, ptr %3, i64 %187
  br label %492
189:
  %190 = icmp eq i64 %468, %494
  br i1 %190, label %281, label %492
191:
  %192 = fptrunc double %496 to float
  %193 = mul i64 %493, %45
  %194 = getelementptr float, ptr %43, i64 %193
  br i1 %136, label %189, label %195
195:
  %196 = phi i64 [ %199, %195 ], [ 0, %191 ]
  %197 = phi i64 [ %198, %195 ], [ %471, %191 ]
  %198 = add nsw i64 %197, -1
  %199 = add nuw nsw i64 %196, 1
  %200 = getelementptr float, ptr %39, i64 %196
  %201 = getelementptr i8, ptr %200, i64 256
  %202 = load float, ptr %201, align 4
  %203 = fadd float %202, %498
  %204 = fcmp olt float %203, 0.000000e+00
  %205 = select i1 %204, float 0.000000e+00, float %203
  %206 = fcmp ogt float %205, 6.000000e+00
  %207 = select i1 %206, float 6.000000e+00, float %205
  %208 = fptosi float %207 to i32
  %209 = load float, ptr %200, align 4
  %210 = fmul float %209, %192
  %211 = fadd float %210, %148
  %212 = add nuw nsw i64 %196, 32
  %213 = getelementptr float, ptr %39, i64 %212
  %214 = load float, ptr %213, align 4
  %215 = fmul float %214, %192
  %216 = fadd float %215, %151
  %217 = zext i32 %208 to i64
  %218 = lshr i64 128, %217
  %219 = trunc nuw nsw i64 %218 to i32
  %220 = uitofp i32 %219 to float
  %221 = fmul float %211, %220
  %222 = fadd float %221, -5.000000e-01
  %223 = fmul float %216, %220
  %224 = fadd float %223, -5.000000e-01
  %225 = tail call float @llvm.floor.f32(float %222)
  %226 = tail call float @llvm.floor.f32(float %224)
  %227 = add nuw nsw i32 %219, 1
  %228 = fptosi float %225 to i32
  %229 = add nsw i32 %219, -1
  %230 = and i32 %229, %228
  %231 = fptosi float %226 to i32
  %232 = and i32 %229, %231
  %233 = shl nuw nsw i32 %227, 1
  %234 = add i32 %232, %233
  %235 = mul i32 %234, %227
  %236 = add i32 %235, %230
  %237 = fsub float %222, %225
  %238 = fsub float %224, %226
  %239 = getelementptr i32, ptr %41, i64 %196
  store i32 %236, ptr %239, align 4
  %240 = getelementptr i32, ptr %41, i64 %212
  store i32 %227, ptr %240, align 4
  %241 = getelementptr i8, ptr %200, i64 384
  store float %237, ptr %241, align 4
  %242 = getelementptr i8, ptr %200, i64 512
  store float %238, ptr %242, align 4
  %243 = icmp sgt i64 %197, 1
  br i1 %243, label %195, label %244
244:
  %245 = phi i64 [ %247, %244 ], [ %471, %195 ]
  %246 = phi i64 [ %248, %244 ], [ 0, %195 ]
  %247 = add nsw i64 %245, -1
  %248 = add nuw nsw i64 %246, 1
  %249 = getelementptr i32, ptr %41, i64 %246
  %250 = load i32, ptr %249, align 4
  %251 = getelementptr i8, ptr %249, i64 128
  %252 = load i32, ptr %251, align 4
  %253 = getelementptr float, ptr %194, i64 %246
  %254 = load float, ptr %253, align 4
  %255 = getelementptr float, ptr %39, i64 %246
  %256 = getelementptr i8, ptr %255, i64 384
  %257 = load float, ptr %256, align 4
  %258 = getelementptr i8, ptr %255, i64 512
  %259 = load float, ptr %258, align 4
  %260 = sext i32 %250 to i64
  %261 = sext i32 %252 to i64
  %262 = getelementptr float, ptr %188, i64 %260
  %263 = load float, ptr %262, align 4
  %264 = getelementptr i8, ptr %262, i64 4
  %265 = load float, ptr %264, align 4
  %266 = fsub float %265, %263
  %267 = fmul float %257, %266
  %268 = fadd float %263, %267
  %269 = getelementptr float, ptr %262, i64 %261
  %270 = load float, ptr %269, align 4
  %271 = getelementptr i8, ptr %269, i64 4
  %272 = load float, ptr %271, align 4
  %273 = fsub float %272, %270
  %274 = fmul float %257, %273
  %275 = fadd float %270, %274
  %276 = fsub float %275, %268
  %277 = fmul float %259, %276
  %278 = fadd float %268, %277
  %279 = fadd float %254, %278
  store float %279, ptr %253, align 4
  %280 = icmp sgt i64 %245, 1
  br i1 %280, label %244, label %189
281:
  br i1 %481, label %282, label %480
282:
  br i1 %136, label %91, label %502
283:
  %284 = getelementptr double, ptr %469, i64 %441
  %285 = load double, ptr %284, align 8
  %286 = mul i64 %441, %45
  %287 = getelementptr float, ptr %516, i64 %286
  %288 = load float, ptr %287, align 4
  %289 = fpext float %288 to double
  %290 = fsub double %289, %19
  %291 = fmul double %29, %290
  %292 = fdiv double %291, %285
  %293 = fadd double %510, %292
  %294 = fcmp ule double %293, %438
  br i1 %294, label %364, label %295
295:
  %296 = fptosi double %438 to i64
  %297 = sitofp i64 %296 to double
  %298 = fsub double %438, %297
  %299 = sub nsw i64 %87, %296
  %300 = fcmp ogt double %298, 3.000000e-02
  %301 = select i1 %440, i1 %300, i1 false
  %302 = fdiv double 1.000000e+00, %285
  %303 = fdiv double 1.000000e+00, %435
  %304 = fsub double %302, %303
  %305 = fsub double %293, %437
  %306 = fdiv double %304, %305
  br i1 %301, label %307, label %318
307:
  %308 = fadd double %297, 5.000000e-01
  %309 = fmul double %298, 5.000000e-01
  %310 = fadd double %308, %309
  %311 = fcmp olt double %293, %310
  %312 = select i1 %311, double %293, double %310
  %313 = fsub double %312, %437
  %314 = fmul double %306, %313
  %315 = fadd double %303, %314
  %316 = fdiv double 1.000000e+00, %315
  %317 = fptrunc double %316 to float
  br label %318
318:
  %319 = phi float [ %317, %307 ], [ 0.000000e+00, %295 ]
  %320 = sitofp i64 %439 to double
  %321 = fadd double %320, 5.000000e-01
  %322 = fcmp ugt double %321, %293
  br i1 %322, label %344, label %323
323:
  %324 = phi i64 [ %338, %323 ], [ %439, %318 ]
  %325 = sitofp i64 %324 to double
  %326 = fadd double %325, 5.000000e-01
  %327 = fsub double %326, %437
  %328 = fmul double %306, %327
  %329 = fadd double %303, %328
  %330 = fdiv double 1.000000e+00, %329
  %331 = sub nsw i64 %87, %324
  %332 = icmp slt i64 %331, 0
  %333 = select i1 %332, i64 %49, i64 0
  %334 = add i64 %333, %331
  %335 = mul i64 %334, %51
  %336 = getelementptr float, ptr %519, i64 %335
  %337 = fptrunc double %330 to float
  store float %337, ptr %336, align 4
  %338 = add nsw i64 %324, 1
  %339 = sitofp i64 %338 to double
  %340 = fadd double %339, 5.000000e-01
  %341 = fcmp ole double %340, %293
  %342 = icmp slt i64 %338, %49
  %343 = and i1 %342, %341
  br i1 %343, label %323, label %344
344:
  %345 = phi i64 [ %439, %318 ], [ %338, %323 ]
  br i1 %301, label %346, label %364
346:
  %347 = icmp slt i64 %299, 0
  %348 = select i1 %347, i64 %49, i64 0
  %349 = add i64 %348, %299
  %350 = mul i64 %349, %51
  %351 = getelementptr float, ptr %519, i64 %350
  %352 = fptrunc double %436 to float
  store float %352, ptr %351, align 4
  %353 = select i1 %347, i64 %55, i64 0
  %354 = add i64 %353, %299
  %355 = mul i64 %354, %57
  %356 = getelementptr float, ptr %521, i64 %355
  store float %319, ptr %356, align 4
  %357 = select i1 %347, i64 %61, i64 0
  %358 = add i64 %357, %299
  %359 = mul i64 %358, %63
  %360 = getelementptr float, ptr %523, i64 %359
  %361 = fptrunc double %298 to float
  store float %361, ptr %360, align 4
  %362 = add nsw i64 %296, 1
  %363 = tail call i64 @llvm.smax.i64(i64 %362, i64 %345)
  br label %364
364:
  %365 = phi i64 [ %345, %344 ], [ %363, %346 ], [ %439, %283 ]
  %366 = phi double [ %293, %344 ], [ %293, %346 ], [ %438, %283 ]
  %367 = phi double [ %285, %344 ], [ %285, %346 ], [ %436, %283 ]
  %368 = icmp eq i64 %468, %442
  br i1 %368, label %369, label %434
369:
  %370 = phi i64 [ 0, %502 ], [ %439, %434 ], [ %365, %364 ]
  %371 = phi double [ 0.000000e+00, %502 ], [ %438, %434 ], [ %366, %364 ]
  %372 = phi double [ %511, %502 ], [ %436, %434 ], [ %367, %364 ]
  %373 = fsub double %510, %89
  %374 = fcmp ogt double %373, %78
  %375 = select i1 %374, double %78, double %373
  %376 = sitofp i64 %370 to double
  %377 = fadd double %376, 5.000000e-01
  %378 = fcmp ugt double %377, %375
  br i1 %378, label %402, label %379
379:
  %380 = icmp slt i64 %507, 0
  %381 = select i1 %380, i64 %51, i64 0
  %382 = getelementptr float, ptr %47, i64 %507
  %383 = getelementptr float, ptr %382, i64 %381
  br label %384
384:
  %385 = phi i64 [ %398, %384 ], [ %370, %379 ]
  %386 = sitofp i64 %385 to double
  %387 = fsub double %510, %386
  %388 = fadd double %387, -5.000000e-01
  %389 = fdiv double %88, %388
  %390 = xor i64 %385, -1
  %391 = add i64 %49, %390
  %392 = icmp slt i64 %391, 0
  %393 = select i1 %392, i64 %49, i64 0
  %394 = add i64 %393, %391
  %395 = mul i64 %394, %51
  %396 = getelementptr float, ptr %383, i64 %395
  %397 = fptrunc double %389 to float
  store float %397, ptr %396, align 4
  %398 = add nsw i64 %385, 1
  %399 = sitofp i64 %398 to double
  %400 = fadd double %399, 5.000000e-01
  %401 = fcmp ugt double %400, %375
  br i1 %401, label %402, label %384
402:
  %403 = fcmp ogt double %375, %371
  %404 = select i1 %403, double %375, double %371
  %405 = fptosi double %404 to i64
  %406 = xor i64 %405, -1
  %407 = add i64 %49, %406
  %408 = icmp sgt i64 %407, -1
  br i1 %408, label %409, label %524
409:
  %410 = sitofp i64 %405 to double
  %411 = fsub double %404, %410
  %412 = fcmp olt double %411, 1.000000e-03
  %413 = select i1 %412, double 1.000000e-03, double %411
  %414 = icmp slt i64 %507, 0
  %415 = select i1 %414, i64 %63, i64 0
  %416 = mul i64 %407, %63
  %417 = getelementptr float, ptr %59, i64 %416
  %418 = getelementptr float, ptr %417, i64 %507
  %419 = getelementptr float, ptr %418, i64 %415
  %420 = fptrunc double %413 to float
  store float %420, ptr %419, align 4
  %421 = select i1 %414, i64 %57, i64 0
  %422 = mul i64 %407, %57
  %423 = getelementptr float, ptr %53, i64 %422
  %424 = getelementptr float, ptr %423, i64 %507
  %425 = getelementptr float, ptr %424, i64 %421
  store float 0.000000e+00, ptr %425, align 4
  %426 = fcmp ogt double %371, %375
  %427 = fptrunc double %372 to float
  %428 = select i1 %426, float %427, float 2.800000e+05
  %429 = select i1 %414, i64 %51, i64 0
  %430 = mul i64 %407, %51
  %431 = getelementptr float, ptr %47, i64 %430
  %432 = getelementptr float, ptr %431, i64 %507
  %433 = getelementptr float, ptr %432, i64 %429
  store float %428, ptr %433, align 4
  br label %524
434:
  %435 = phi double [ %511, %512 ], [ %285, %364 ]
  %436 = phi double [ %511, %512 ], [ %367, %364 ]
  %437 = phi double [ -1.000000e+09, %512 ], [ %293, %364 ]
  %438 = phi double [ 0.000000e+00, %512 ], [ %366, %364 ]
  %439 = phi i64 [ 0, %512 ], [ %365, %364 ]
  %440 = phi i1 [ false, %512 ], [ %294, %364 ]
  %441 = phi i64 [ 0, %512 ], [ %442, %364 ]
  %442 = add nuw nsw i64 %441, 1
  %443 = icmp slt i64 %439, %49
  br i1 %443, label %283, label %369
444:
  %445 = phi i64 [ 0, %65 ], [ %446, %67 ]
  %446 = add nuw nsw i64 %445, 1
  br i1 %66, label %67, label %447
447:
  %448 = mul i64 %445, %51
  %449 = getelementptr float, ptr %47, i64 %448
  %450 = mul i64 %445, %57
  %451 = getelementptr float, ptr %53, i64 %450
  %452 = mul i64 %445, %63
  %453 = getelementptr float, ptr %59, i64 %452
  br label %454
454:
  %455 = phi i64 [ 0, %447 ], [ %456, %454 ]
  %456 = add nuw nsw i64 %455, 1
  %457 = getelementptr float, ptr %449, i64 %455
  store float 0.000000e+00, ptr %457, align 4
  %458 = getelementptr float, ptr %451, i64 %455
  store float 0.000000e+00, ptr %458, align 4
  %459 = getelementptr float, ptr %453, i64 %455
  store float 1.000000e+00, ptr %459, align 4
  %460 = icmp eq i64 %51, %456
  br i1 %460, label %67, label %454
461:
  br label %462
462:
  %463 = phi i64 [ 0, %461 ], [ %131, %94 ]
  %464 = icmp slt i64 %131, %37
  br i1 %464, label %466, label %465
465:
  br label %466
466:
  %467 = phi i64 [ %37, %465 ], [ %463, %462 ]
  %468 = sub i64 %37, %467
  %469 = getelementptr double, ptr %35, i64 %467
  %470 = icmp slt i64 %468, 1
  %471 = tail call i64 @llvm.smax.i64(i64 %108, i64 0)
  br i1 %470, label %135, label %472
472:
  %473 = icmp slt i64 %107, 1
  br label %474
474:
  %475 = phi i64 [ 0, %472 ], [ %476, %133 ]
  %476 = add nuw nsw i64 %475, 1
  br i1 %473, label %133, label %477
477:
  %478 = mul i64 %90, %475
  %479 = getelementptr i8, ptr %43, i64 %478
  tail call void @llvm.memset.p0.i64(ptr align 4 %479, i8 0, i64 %105, i1 false)
  br label %133
480:
  %481 = phi i1 [ false, %135 ], [ true, %281 ]
  %482 = phi i64 [ 0, %135 ], [ 1, %281 ]
  %483 = mul nuw nsw i64 %482, %9
  %484 = getelementptr double, ptr %7, i64 %483
  %485 = load double, ptr %484, align 8
  %486 = getelementptr i8, ptr %484, i64 8
  %487 = load double, ptr %486, align 8
  %488 = getelementptr double, ptr %11, i64 %482
  %489 = load double, ptr %488, align 8
  %490 = getelementptr double, ptr %13, i64 %482
  %491 = load double, ptr %490, align 8
  br i1 %136, label %137, label %152
492:
  %493 = phi i64 [ 0, %186 ], [ %494, %189 ]
  %494 = add nuw nsw i64 %493, 1
  %495 = getelementptr double, ptr %469, i64 %493
  %496 = load double, ptr %495, align 8
  %497 = tail call double @log2(double %496)
  %498 = fptrunc double %497 to float
  %499 = load float, ptr %86, align 4
  %500 = fadd float %499, %498
  %501 = fcmp ult float %500, 6.000000e+00
  br i1 %501, label %191, label %281
502:
  %503 = phi i64 [ %505, %524 ], [ %108, %282 ]
  %504 = phi i64 [ %506, %524 ], [ 0, %282 ]
  %505 = add nsw i64 %503, -1
  %506 = add nuw nsw i64 %504, 1
  %507 = add nuw nsw i64 %504, %96
  %508 = uitofp i64 %504 to double
  %509 = fmul double %33, %508
  %510 = fsub double %113, %509
  %511 = load double, ptr %469, align 8
  br i1 %470, label %369, label %512
512:
  %513 = getelementptr float, ptr %59, i64 %507
  %514 = getelementptr float, ptr %53, i64 %507
  %515 = getelementptr float, ptr %47, i64 %507
  %516 = getelementptr float, ptr %43, i64 %504
  %517 = icmp slt i64 %507, 0
  %518 = select i1 %517, i64 %51, i64 0
  %519 = getelementptr float, ptr %515, i64 %518
  %520 = select i1 %517, i64 %57, i64 0
  %521 = getelementptr float, ptr %514, i64 %520
  %522 = select i1 %517, i64 %63, i64 0
  %523 = getelementptr float, ptr %513, i64 %522
  br label %434
524:
  %525 = icmp sgt i64 %503, 1
  br i1 %525, label %502, label %91
526:
  ret void
}
declare double @log2(double) nounwind willreturn memory(none)
declare double @llvm.floor.f64(double)
declare float @llvm.floor.f32(float)
declare double @llvm.log.f64(double)
declare i64 @llvm.smax.i64(i64, i64)
declare i64 @llvm.smin.i64(i64, i64)
declare double @llvm.sqrt.f64(double)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1 immarg)
declare i64 @llvm.umin.i64(i64, i64)
